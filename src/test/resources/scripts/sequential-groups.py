import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

config = {"epochs": 100, "warmup": 5, "lr": {"backbone": 1e-5, "head": 1e-3}, "accumulate": 4}


def make_optimizer(model):
    groups = [
        {"params": model.backbone.parameters(), "lr": config["lr"]["backbone"]},
        {"params": [p for n, p in model.named_parameters() if "head" in n], "lr": config["lr"]["head"]},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.05)


def make_scheduler(optimizer, epochs, warmup):
    warm = LinearLR(optimizer, start_factor=0.01, total_iters=warmup)
    main = CosineAnnealingLR(optimizer, T_max=epochs - warmup, eta_min=1e-7)
    return SequentialLR(optimizer, [warm, main], milestones=[warmup])


model = Net()
optimizer = make_optimizer(model)
scheduler = make_scheduler(optimizer, config["epochs"], config["warmup"])
for epoch in range(1, config["epochs"] + 1):
    for i, batch in enumerate(loader):
        (model(batch) / config["accumulate"]).backward()
        if (i + 1) % config["accumulate"] == 0:
            optimizer.step()
            optimizer.zero_grad()
    scheduler.step()
