"""Runs a training script or a notebook under PyTorch with stand-ins for its model and its data, and prints the learning rates that
it trains with, one line for each step of its schedule, a number a group: `script_runner.py SCRIPT`.

They are those of the optimizer's first step after each step of a scheduler; of every step where the script has no scheduler.
"""

import builtins
import json
import math
import sys
import types

import torch

BATCHES = 100  # of a loader whose length nothing tells
SIZES = {"MNIST": 60_000, "FashionMNIST": 60_000, "CIFAR10": 50_000, "CIFAR100": 50_000}


class Anything:
    """Stands in for a model, a loader, a loss, whatever the script takes from elsewhere."""

    def __init__(self, name=""):
        self._name = name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "parameters":
            return lambda *_: [torch.nn.Parameter(torch.zeros(1))]
        if name == "named_parameters":
            return lambda *_: [(part, torch.nn.Parameter(torch.zeros(1))) for part in ("backbone.w", "head.w")]
        return Anything(name)

    def __call__(self, *arguments, **_):
        """`train_one_epoch(model, optimizer)` and `scaler.step(optimizer)` step it."""
        if "train" in self._name or self._name == "step":
            for optimizer in arguments:
                if isinstance(optimizer, torch.optim.Optimizer):
                    optimizer.step()
        return Anything()

    def __iter__(self):
        return iter([Pair()] * BATCHES)

    def __next__(self):
        return Pair()

    def __len__(self):
        return BATCHES

    def __bool__(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def _same(self, *_):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __getitem__ = _same
    __lt__ = __gt__ = __le__ = __ge__ = lambda self, _: False


class Pair(Anything):
    """A batch: it unpacks into two."""

    def __iter__(self):
        return iter([Anything(), Anything()])


class Loader(Anything):
    def __init__(self, dataset=None, batch_size=1, *_, drop_last=False, **__):
        samples = dataset.size if isinstance(dataset, Sized) else None
        super().__init__()
        rounding = math.floor if drop_last else math.ceil
        self.batches = BATCHES if samples is None else rounding(samples / batch_size)

    def __iter__(self):
        return iter([Pair()] * self.batches)

    def __len__(self):
        return self.batches


class Sized(Anything):
    def __init__(self, size):
        super().__init__()
        self.size = size


class Module(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in SIZES:
            return lambda *_, **options: Sized(SIZES[name] if options.get("train", True) else 10_000)
        return Module(name) if name in ("datasets", "transforms") else Anything(name)


class Finder:
    """Any module that is not installed is a stand-in."""

    def find_spec(self, name, path=None, target=None):
        import importlib.machinery

        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return Module(spec.name)

    def exec_module(self, module):
        module.__path__ = []


class Recorder:
    """Writes down the rates that optimizers step with."""

    def __init__(self):
        self.all = []  # of every optimizer
        self.scheduled = []  # of those with a scheduler, once for each step of the schedule
        self.due = set()  # optimizers whose scheduler was made or has stepped

    def patch(self):
        schedulers = torch.optim.lr_scheduler
        for cls in list(vars(schedulers).values()):
            if isinstance(cls, type) and cls.__module__ == schedulers.__name__:
                for method in ("__init__", "step"):
                    if method in vars(cls):
                        self.follow(cls, method)
        for cls in vars(torch.optim).values():
            if isinstance(cls, type) and issubclass(cls, torch.optim.Optimizer):
                cls.step = lambda optimizer, closure=None: self.record(optimizer)

    def follow(self, cls, method):
        original = getattr(cls, method)

        def followed(scheduler, *arguments, **options):
            result = original(scheduler, *arguments, **options)
            first = getattr(scheduler, "_schedulers", [scheduler])[0]
            self.due.add(first.optimizer)
            return result

        setattr(cls, method, followed)

    def record(self, optimizer):
        rates = [group["lr"] for group in optimizer.param_groups]
        self.all.append(rates)
        if optimizer in self.due:
            self.due.remove(optimizer)
            self.scheduled.append(rates)


def names(code):
    """All names that code loads from its globals, in its functions, too."""
    found = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found |= names(constant)
    return found


def main():
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".ipynb"):
        cells = [cell["source"] for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
        text = "\n".join("".join(cell) for cell in cells)
        text = "\n".join(line for line in text.split("\n") if not line.startswith(("!", "%")))
    code = compile(text, path, "exec")
    sys.argv = [path]
    sys.meta_path.append(Finder())
    recorder = Recorder()
    recorder.patch()
    torch.utils.data.DataLoader = Loader
    torch.nn.utils.clip_grad_norm_ = lambda *_, **__: Anything()
    torch.nn.functional.cross_entropy = lambda *_, **__: Anything()
    scope = {"__name__": "__main__"}
    for name in names(code):
        if not hasattr(builtins, name):
            scope[name] = Anything(name)
    exec(code, scope)
    for row in recorder.scheduled or recorder.all:
        print(*map(repr, row))


if __name__ == "__main__":
    main()
