# not to be run
import torch
from warmup_scheduler import GradualWarmupScheduler

EPOCHS = 30
optimizer = torch.optim.Adam(model.parameters(), lr=3e-4)
cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS - 4)
scheduler = GradualWarmupScheduler(optimizer, multiplier=1, total_epoch=3, after_scheduler=cosine)
for epoch in range(EPOCHS):
    for x, y in train_loader:
        model(x).backward()
        optimizer.step()
    scheduler.step()
