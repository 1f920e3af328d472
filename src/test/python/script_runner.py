"""Runs a training script under PyTorch with stand-ins for its model and its data, and prints the learning rates in force at each
step of its scheduler (of its optimizer, where it has none): `script_runner.py SCRIPT`. One line a step, a number a group.
"""

import builtins
import math
import sys
import types

import torch

BATCHES = 100  # of a loader whose length nothing tells
SIZES = {"MNIST": 60_000, "FashionMNIST": 60_000, "CIFAR10": 50_000, "CIFAR100": 50_000}


class Anything:
    """Stands in for a model, a loader, a loss, whatever the script takes from elsewhere."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "parameters":
            return lambda *_: [torch.nn.Parameter(torch.zeros(1))]
        if name == "named_parameters":
            return lambda *_: [(part, torch.nn.Parameter(torch.zeros(1))) for part in ("backbone.w", "head.w")]
        return Anything()

    def __call__(self, *_, **__):
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
        rounding = math.floor if drop_last else math.ceil
        self.batches = BATCHES if samples is None else rounding(samples / batch_size)

    def __iter__(self):
        return iter([Pair()] * self.batches)

    def __len__(self):
        return self.batches


class Sized(Anything):
    def __init__(self, size):
        self.size = size


class Module(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in SIZES:
            return lambda *_, **options: Sized(SIZES[name] if options.get("train", True) else 10_000)
        return Module(name) if name in ("datasets", "transforms") else Anything()


class Finder:
    """Any module that is not installed is a stand-in."""

    def find_spec(self, name, path=None, target=None):
        import importlib.machinery

        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return Module(spec.name)

    def exec_module(self, module):
        module.__path__ = []


def recorded(rates, depth):
    """Makes schedulers, and optimizers of scripts without one, write down the rates before they step."""
    schedulers = torch.optim.lr_scheduler

    def wrap(cls, method, records):
        original = getattr(cls, method)

        def wrapped(self, *arguments, **options):
            if records and depth[0] == 0:
                rates["scheduler"].append([group["lr"] for group in optimizer_of(self).param_groups])
            depth[0] += 1
            try:
                return original(self, *arguments, **options)
            finally:
                depth[0] -= 1

        setattr(cls, method, wrapped)

    def optimizer_of(scheduler):
        return scheduler.optimizer if hasattr(scheduler, "optimizer") else scheduler._schedulers[0].optimizer

    classes = [value for value in vars(schedulers).values() if isinstance(value, type) and value.__module__ == schedulers.__name__]
    for cls in classes:
        for method in ("__init__", "step"):
            if method in vars(cls):
                wrap(cls, method, method == "step")

    def step(self, closure=None):
        rates["optimizer"].append([group["lr"] for group in self.param_groups])

    for cls in vars(torch.optim).values():
        if isinstance(cls, type) and issubclass(cls, torch.optim.Optimizer):
            cls.step = step


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
        code = compile(file.read(), path, "exec")
    sys.argv = [path]
    sys.meta_path.append(Finder())
    rates = {"scheduler": [], "optimizer": []}
    recorded(rates, [0])
    torch.utils.data.DataLoader = Loader
    torch.nn.utils.clip_grad_norm_ = lambda *_, **__: Anything()
    torch.nn.functional.cross_entropy = lambda *_, **__: Anything()
    scope = {"__name__": "__main__"}
    for name in names(code):
        if not hasattr(builtins, name):
            scope[name] = Anything()
    exec(code, scope)
    for row in rates["scheduler"] or rates["optimizer"]:
        print(*map(repr, row))


if __name__ == "__main__":
    main()
