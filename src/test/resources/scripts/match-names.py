import torch

config = {"optimizer": "adam", "scheduler": "cosine", "lr": 0.003, "epochs": 25}
match config["optimizer"]:
    case "sgd" | "momentum":
        optimizer = torch.optim.SGD(net.parameters(), lr=config["lr"], momentum=0.9)
    case "adam":
        optimizer = torch.optim.Adam(net.parameters(), lr=config["lr"])
    case _:
        raise ValueError(config["optimizer"])
if config["scheduler"] == "cosine":
    scheduler = getattr(torch.optim.lr_scheduler, "CosineAnnealingLR")(optimizer, T_max=config["epochs"], eta_min=1e-5)
else:
    raise ValueError("unknown scheduler")
for epoch in range(config["epochs"]):
    for x, y in train_loader:
        net(x).backward()
        optimizer.step()
    scheduler.step()
