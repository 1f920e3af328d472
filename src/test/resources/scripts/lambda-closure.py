import math

import torch


def make_lr_fn(warmup, total, floor=0.05):
    def fn(step):
        if step < warmup:
            return float(step) / float(max(1, warmup))
        t = (step - warmup) / (total - warmup)
        if t >= 1.0:
            return floor
        return floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * t))

    return fn


def train(model, loader, epochs=3, lr=5e-4):
    opt = torch.optim.Adam(model.parameters(), lr=lr, eps=1e-6)
    total = epochs * len(loader)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=make_lr_fn(total // 10, total))
    for _ in range(epochs):
        for batch in loader:
            opt.zero_grad()
            model(batch).backward()
            opt.step()
            sched.step()


train(Net(), train_loader)
