"""Optimizers and schedules of libraries around PyTorch, by the formulas of their documentation.

The importer goes through a call of one of these names as if the script had the function. What is not said here (noise, cycles of
changing length) returns None: the script's call then counts as one that is not known.
"""

import math

from torch.optim import SGD, Adam, AdamW, NAdam, RAdam, RMSprop
from torch.optim.lr_scheduler import LambdaLR, LRScheduler, ReduceLROnPlateau, SequentialLR

HOMES = {
    "transformers": [
        "get_constant_schedule", "get_constant_schedule_with_warmup", "get_linear_schedule_with_warmup",
        "get_cosine_schedule_with_warmup", "get_cosine_with_hard_restarts_schedule_with_warmup", "get_inverse_sqrt_schedule",
        "get_polynomial_decay_schedule_with_warmup", "get_cosine_with_min_lr_schedule_with_warmup", "get_wsd_schedule",
        "get_reduce_on_plateau_schedule", "get_scheduler",
    ],
    "pytorch_transformers": ["WarmupConstantSchedule", "WarmupLinearSchedule", "WarmupCosineSchedule"],
    "timm": [
        "create_optimizer", "create_optimizer_v2", "optimizer_kwargs", "create_scheduler", "create_scheduler_v2",
        "scheduler_kwargs", "CosineLRScheduler", "StepLRScheduler", "PolyLRScheduler",
    ],
    "warmup_scheduler": ["GradualWarmupScheduler"],
    "pl_bolts": ["LinearWarmupCosineAnnealingLR"],
    "cosine_annealing_warmup": ["CosineAnnealingWarmupRestarts"],
    "nanoGPT": ["configure_optimizers"],
}


def get_constant_schedule(optimizer, last_epoch=-1):
    return LambdaLR(optimizer, lambda step: 1.0)


def get_constant_schedule_with_warmup(optimizer, num_warmup_steps, last_epoch=-1):
    warmup = num_warmup_steps
    return LambdaLR(optimizer, lambda step: step / max(1, warmup) if step < warmup else 1.0)


def get_linear_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, last_epoch=-1):
    warmup, total = num_warmup_steps, num_training_steps

    def factor(step):
        return step / max(1, warmup) if step < warmup else max(0.0, (total - step) / max(1, total - warmup))

    return LambdaLR(optimizer, factor)


def get_cosine_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, num_cycles=0.5, last_epoch=-1):
    warmup, total, cycles = num_warmup_steps, num_training_steps, num_cycles

    def factor(step):
        if step < warmup:
            return step / max(1, warmup)
        progress = (step - warmup) / max(1, total - warmup)
        return max(0.0, 0.5 * (1.0 + math.cos(math.pi * cycles * 2.0 * progress)))

    return LambdaLR(optimizer, factor)


def get_cosine_with_hard_restarts_schedule_with_warmup(
    optimizer, num_warmup_steps, num_training_steps, num_cycles=1, last_epoch=-1
):
    warmup, total, cycles = num_warmup_steps, num_training_steps, num_cycles

    def factor(step):
        if step < warmup:
            return step / max(1, warmup)
        progress = (step - warmup) / max(1, total - warmup)
        return 0.0 if progress >= 1.0 else max(0.0, 0.5 * (1.0 + math.cos(math.pi * (cycles * progress % 1.0))))

    return LambdaLR(optimizer, factor)


def get_cosine_with_min_lr_schedule_with_warmup(
    optimizer, num_warmup_steps, num_training_steps, num_cycles=0.5, last_epoch=-1, min_lr=None, min_lr_rate=None
):
    warmup, total, cycles = num_warmup_steps, num_training_steps, num_cycles
    rate = min_lr_rate if min_lr is None else min_lr / optimizer.defaults["lr"]

    def factor(step):
        if step < warmup:
            return step / max(1, warmup)
        progress = (step - warmup) / max(1, total - warmup)
        return max(0.0, 0.5 * (1.0 + math.cos(math.pi * cycles * 2.0 * progress)) * (1 - rate) + rate)

    return LambdaLR(optimizer, factor)


def get_inverse_sqrt_schedule(optimizer, num_warmup_steps, timescale=None, last_epoch=-1):
    warmup = num_warmup_steps
    if timescale is None:
        timescale = num_warmup_steps or 10_000

    def factor(step):
        return step / max(1, warmup) if step < warmup else 1.0 / math.sqrt((step + timescale - warmup) / timescale)

    return LambdaLR(optimizer, factor)


def get_polynomial_decay_schedule_with_warmup(
    optimizer, num_warmup_steps, num_training_steps, lr_end=1e-7, power=1.0, last_epoch=-1
):
    warmup, total = num_warmup_steps, num_training_steps
    lr_init = optimizer.defaults["lr"]

    def factor(step):
        if step < warmup:
            return step / max(1, warmup)
        if step > total:
            return lr_end / lr_init
        return ((lr_init - lr_end) * (1 - (step - warmup) / (total - warmup)) ** power + lr_end) / lr_init

    return LambdaLR(optimizer, factor)


def get_wsd_schedule(
    optimizer,
    num_warmup_steps,
    num_decay_steps,
    num_training_steps=None,
    num_stable_steps=None,
    warmup_type="linear",
    decay_type="cosine",
    min_lr_ratio=0,
    num_cycles=0.5,
    last_epoch=-1,
):
    if num_training_steps is None and num_stable_steps is None:
        return None
    warmup, decay, floor, cycles = num_warmup_steps, num_decay_steps, min_lr_ratio, num_cycles
    stable = num_training_steps - num_warmup_steps - num_decay_steps if num_stable_steps is None else num_stable_steps

    def shape(kind, progress):
        if kind == "linear":
            return progress
        if kind == "cosine":
            return 0.5 * (1.0 - math.cos(math.pi * progress))
        return 1.0 - math.sqrt(1.0 - progress)

    def falling(kind, progress):
        if kind == "linear":
            return 1.0 - progress
        if kind == "cosine":
            return 0.5 * (1.0 + math.cos(math.pi * cycles * 2.0 * progress))
        return 1.0 - math.sqrt(progress)

    def factor(step):
        if step < warmup:
            return max(0.0, shape(warmup_type, step / max(1, warmup)) * (1.0 - floor) + floor)
        if step < warmup + stable:
            return 1.0
        if step < warmup + stable + decay:
            return max(0.0, falling(decay_type, (step - warmup - stable) / max(1, decay)) * (1.0 - floor) + floor)
        return floor

    return LambdaLR(optimizer, factor)


def get_reduce_on_plateau_schedule(optimizer, **kwargs):
    return ReduceLROnPlateau(optimizer, **kwargs)


def get_scheduler(name, optimizer, num_warmup_steps=None, num_training_steps=None, scheduler_specific_kwargs={}, num_cycles=None, power=None):
    warmup = 0 if num_warmup_steps is None else num_warmup_steps
    cycles = {} if num_cycles is None else {"num_cycles": num_cycles}
    powers = {} if power is None else {"power": power}
    more = scheduler_specific_kwargs
    if name == "constant":
        return get_constant_schedule(optimizer)
    if name == "constant_with_warmup":
        return get_constant_schedule_with_warmup(optimizer, warmup)
    if name == "inverse_sqrt":
        return get_inverse_sqrt_schedule(optimizer, warmup, **more)
    if name == "reduce_lr_on_plateau":
        return ReduceLROnPlateau(optimizer, **more)
    if name == "warmup_stable_decay":
        return get_wsd_schedule(optimizer, warmup, num_training_steps=num_training_steps, **more)
    if name == "linear":
        return get_linear_schedule_with_warmup(optimizer, warmup, num_training_steps)
    if name == "cosine":
        return get_cosine_schedule_with_warmup(optimizer, warmup, num_training_steps, **cycles, **more)
    if name == "cosine_with_restarts":
        return get_cosine_with_hard_restarts_schedule_with_warmup(optimizer, warmup, num_training_steps, **cycles, **more)
    if name == "cosine_with_min_lr":
        return get_cosine_with_min_lr_schedule_with_warmup(optimizer, warmup, num_training_steps, **more)
    if name == "polynomial":
        return get_polynomial_decay_schedule_with_warmup(optimizer, warmup, num_training_steps, **powers, **more)
    return None


def WarmupConstantSchedule(optimizer, warmup_steps, last_epoch=-1):
    return LambdaLR(optimizer, lambda step: step / max(1.0, warmup_steps) if step < warmup_steps else 1.0)


def WarmupLinearSchedule(optimizer, warmup_steps, t_total, last_epoch=-1):
    return get_linear_schedule_with_warmup(optimizer, warmup_steps, t_total)


def WarmupCosineSchedule(optimizer, warmup_steps, t_total, cycles=0.5, last_epoch=-1):
    return get_cosine_schedule_with_warmup(optimizer, warmup_steps, t_total, cycles)


def configure_optimizers(weight_decay, learning_rate, betas, device_type="cuda"):
    return AdamW(params, lr=learning_rate, betas=betas, weight_decay=weight_decay)


def optimizer_kwargs(cfg):
    return dict(opt=cfg.opt, lr=cfg.lr, weight_decay=cfg.weight_decay, momentum=cfg.momentum)


def create_optimizer(args, model, filter_bias_and_bn=True):
    return create_optimizer_v2(model, **optimizer_kwargs(args))


def create_optimizer_v2(model_or_params, opt="sgd", lr=None, weight_decay=0.0, momentum=0.9, **kwargs):
    name = opt.lower()
    if name == "sgd" or name == "nesterov":
        return SGD(model_or_params, lr=lr, momentum=momentum, weight_decay=weight_decay, nesterov=True)
    if name == "momentum":
        return SGD(model_or_params, lr=lr, momentum=momentum, weight_decay=weight_decay)
    if name == "adam":
        return Adam(model_or_params, lr=lr, weight_decay=weight_decay)
    if name == "adamw":
        return AdamW(model_or_params, lr=lr, weight_decay=weight_decay)
    if name == "nadam":
        return NAdam(model_or_params, lr=lr, weight_decay=weight_decay)
    if name == "radam":
        return RAdam(model_or_params, lr=lr, weight_decay=weight_decay)
    if name == "rmsprop":
        return RMSprop(model_or_params, lr=lr, momentum=momentum, weight_decay=weight_decay)
    return None


def scheduler_kwargs(cfg):
    return dict(
        sched=cfg.sched,
        num_epochs=getattr(cfg, "epochs", 100),
        decay_epochs=getattr(cfg, "decay_epochs", 30),
        warmup_epochs=getattr(cfg, "warmup_epochs", 5),
        cooldown_epochs=getattr(cfg, "cooldown_epochs", 0),
        decay_rate=getattr(cfg, "decay_rate", 0.1),
        min_lr=getattr(cfg, "min_lr", 0.0),
        warmup_lr=getattr(cfg, "warmup_lr", 1e-5),
        warmup_prefix=getattr(cfg, "warmup_prefix", False),
        noise=getattr(cfg, "lr_noise", None),
        cycle_mul=getattr(cfg, "lr_cycle_mul", 1.0),
        cycle_decay=getattr(cfg, "lr_cycle_decay", 0.1),
        cycle_limit=getattr(cfg, "lr_cycle_limit", 1),
        k_decay=getattr(cfg, "lr_k_decay", 1.0),
        step_on_epochs=not getattr(cfg, "sched_on_updates", False),
    )


def create_scheduler(args, optimizer, updates_per_epoch=0):
    return create_scheduler_v2(optimizer, updates_per_epoch=updates_per_epoch, **scheduler_kwargs(args))


def create_scheduler_v2(
    optimizer,
    sched="cosine",
    num_epochs=300,
    decay_epochs=90,
    decay_milestones=(90, 180, 270),
    cooldown_epochs=0,
    patience_epochs=10,
    decay_rate=0.1,
    min_lr=0.0,
    warmup_lr=1e-5,
    warmup_epochs=0,
    warmup_prefix=False,
    noise=None,
    cycle_mul=1.0,
    cycle_decay=0.1,
    cycle_limit=1,
    k_decay=1.0,
    step_on_epochs=True,
    updates_per_epoch=0,
    **kwargs,
):
    unit = 1 if step_on_epochs else updates_per_epoch
    warmups = dict(
        warmup_t=warmup_epochs * unit,
        warmup_lr_init=warmup_lr,
        warmup_prefix=warmup_prefix,
        noise_range_t=noise,
        t_in_epochs=step_on_epochs,
    )
    cycles = dict(cycle_mul=cycle_mul, cycle_decay=cycle_decay, cycle_limit=cycle_limit, k_decay=k_decay)
    length = num_epochs * max(1, cycle_limit) + (warmup_epochs if warmup_prefix else 0) + cooldown_epochs
    if sched == "cosine":
        return CosineLRScheduler(optimizer, num_epochs * unit, min_lr, **cycles, **warmups), length
    if sched == "poly":
        return PolyLRScheduler(optimizer, num_epochs * unit, decay_rate, min_lr, **cycles, **warmups), length
    if sched == "step":
        return StepLRScheduler(optimizer, decay_epochs * unit, decay_rate, **warmups), num_epochs
    return None


class WarmedUp(LRScheduler):
    """timm's warmup in front of a curve; `curve` gives the learning rate of a base LR at a step."""

    def get_lr(self):
        if self.noise_range_t is not None or self.cycle_mul != 1:
            return None
        return [self.warmed_up(base_lr, self.last_epoch) for base_lr in self.base_lrs]

    def warmed_up(self, base_lr, t):
        if t < self.warmup_t:
            return self.warmup_lr_init + t * (base_lr - self.warmup_lr_init) / self.warmup_t
        return self.curve(base_lr, t - self.warmup_t if self.warmup_prefix else t)

    def in_cycle(self, base_lr, t):
        if self.cycle_limit == 1:
            return self.shape(base_lr, t) if t < self.t_initial else self.lr_min
        if t < self.t_initial * self.cycle_limit:
            return self.shape(base_lr * self.cycle_decay ** (t // self.t_initial), t % self.t_initial)
        return self.lr_min

    def progress(self, t):
        return t / self.t_initial if self.k_decay == 1 else t ** self.k_decay / self.t_initial ** self.k_decay


class CosineLRScheduler(WarmedUp):
    def __init__(
        self, optimizer, t_initial, lr_min=0.0, cycle_mul=1.0, cycle_decay=1.0, cycle_limit=1, warmup_t=0, warmup_lr_init=0.0,
        warmup_prefix=False, t_in_epochs=True, noise_range_t=None, noise_pct=0.67, noise_std=1.0, noise_seed=42, k_decay=1.0,
        initialize=True,
    ):
        self.t_initial, self.lr_min, self.k_decay = t_initial, lr_min, k_decay
        self.cycle_mul, self.cycle_decay, self.cycle_limit = cycle_mul, cycle_decay, cycle_limit
        self.warmup_t, self.warmup_lr_init, self.warmup_prefix = warmup_t, warmup_lr_init, warmup_prefix
        self.noise_range_t = noise_range_t

    def curve(self, base_lr, t):
        return self.in_cycle(base_lr, t)

    def shape(self, top, t):
        return self.lr_min + 0.5 * (top - self.lr_min) * (1 + math.cos(math.pi * self.progress(t)))


class PolyLRScheduler(WarmedUp):
    def __init__(
        self, optimizer, t_initial, power=0.5, lr_min=0.0, cycle_mul=1.0, cycle_decay=1.0, cycle_limit=1, warmup_t=0,
        warmup_lr_init=0.0, warmup_prefix=False, t_in_epochs=True, noise_range_t=None, noise_pct=0.67, noise_std=1.0, noise_seed=42,
        k_decay=1.0, initialize=True,
    ):
        self.t_initial, self.power, self.lr_min, self.k_decay = t_initial, power, lr_min, k_decay
        self.cycle_mul, self.cycle_decay, self.cycle_limit = cycle_mul, cycle_decay, cycle_limit
        self.warmup_t, self.warmup_lr_init, self.warmup_prefix = warmup_t, warmup_lr_init, warmup_prefix
        self.noise_range_t = noise_range_t

    def curve(self, base_lr, t):
        return self.in_cycle(base_lr, t)

    def shape(self, top, t):
        return self.lr_min + (top - self.lr_min) * (1 - self.progress(t)) ** self.power


class StepLRScheduler(WarmedUp):
    def __init__(
        self, optimizer, decay_t, decay_rate=1.0, warmup_t=0, warmup_lr_init=0.0, warmup_prefix=True, t_in_epochs=True,
        noise_range_t=None, noise_pct=0.67, noise_std=1.0, noise_seed=42, initialize=True,
    ):
        self.decay_t, self.decay_rate, self.cycle_mul = decay_t, decay_rate, 1
        self.warmup_t, self.warmup_lr_init, self.warmup_prefix = warmup_t, warmup_lr_init, warmup_prefix
        self.noise_range_t = noise_range_t

    def curve(self, base_lr, t):
        return base_lr * self.decay_rate ** (t // self.decay_t)


def GradualWarmupScheduler(optimizer, multiplier, total_epoch, after_scheduler=None):
    if after_scheduler is None:
        return LambdaLR(optimizer, lambda step: min(step / total_epoch, 1.0) if multiplier == 1 else min((multiplier - 1.0) * step / total_epoch + 1.0, multiplier))
    if multiplier != 1:
        return None
    warmup = LambdaLR(optimizer, lambda step: step / total_epoch)
    return SequentialLR(optimizer, [warmup, after_scheduler], milestones=[total_epoch + 1])


class LinearWarmupCosineAnnealingLR(LRScheduler):
    def __init__(self, optimizer, warmup_epochs, max_epochs, warmup_start_lr=0.0, eta_min=0.0, last_epoch=-1):
        self.warmup_epochs, self.max_epochs = warmup_epochs, max_epochs
        self.warmup_start_lr, self.eta_min = warmup_start_lr, eta_min

    def get_lr(self):
        return [self.rate(base_lr, self.last_epoch) for base_lr in self.base_lrs]

    def rate(self, base_lr, t):
        if t < self.warmup_epochs:
            return self.warmup_start_lr + t * (base_lr - self.warmup_start_lr) / max(1, self.warmup_epochs - 1)
        progress = (t - self.warmup_epochs) / (self.max_epochs - self.warmup_epochs)
        return self.eta_min + 0.5 * (base_lr - self.eta_min) * (1 + math.cos(math.pi * progress))


class CosineAnnealingWarmupRestarts(LRScheduler):
    def __init__(self, optimizer, first_cycle_steps, cycle_mult=1.0, max_lr=0.1, min_lr=0.001, warmup_steps=0, gamma=1.0, last_epoch=-1):
        self.first_cycle_steps, self.cycle_mult = first_cycle_steps, cycle_mult
        self.max_lr, self.min_lr, self.warmup_steps, self.gamma = max_lr, min_lr, warmup_steps, gamma

    def get_lr(self):
        if self.cycle_mult != 1 or self.warmup_steps == 0:
            return None
        return [self.rate(self.last_epoch) for _ in self.base_lrs]

    def rate(self, t):
        place = t % self.first_cycle_steps
        top = self.max_lr if self.gamma == 1 else self.max_lr * self.gamma ** (t // self.first_cycle_steps)
        if place < self.warmup_steps:
            return (top - self.min_lr) * place / self.warmup_steps + self.min_lr
        progress = (place - self.warmup_steps) / (self.first_cycle_steps - self.warmup_steps)
        return self.min_lr + 0.5 * (top - self.min_lr) * (1 + math.cos(math.pi * progress))
