import torch.optim.lr_scheduler
from torch.optim import *


class CFG:
    epochs = 30
    T_0 = 5
    min_lr = 1e-6
    lr = 1e-3


def fetch_scheduler(optimizer, name="CosineAnnealingWarmRestarts"):
    if name == "CosineAnnealingLR":
        return torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=CFG.epochs)
    elif name == "CosineAnnealingWarmRestarts":
        return torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=CFG.T_0, T_mult=2, eta_min=CFG.min_lr)
    return None


optimizer = NAdam(model.parameters(), CFG.lr)
scheduler = fetch_scheduler(optimizer)
for epoch in range(1, CFG.epochs + 1):
    for batch in train_loader:
        model(batch).backward()
        optimizer.step()
    scheduler.step()
