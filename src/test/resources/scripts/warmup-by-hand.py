import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR

EPOCHS, WARMUP = 40, 5
optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
warmup = LinearLR(optimizer, start_factor=0.1, total_iters=WARMUP)
cosine = CosineAnnealingLR(optimizer, T_max=EPOCHS - WARMUP)
for epoch in range(EPOCHS):
    for batch in train_loader:
        model(batch).backward()
        optimizer.step()
    if epoch < WARMUP:
        warmup.step()
    else:
        cosine.step()
