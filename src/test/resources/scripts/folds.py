import torch
from torch.optim.lr_scheduler import StepLR

FOLDS, EPOCHS = 1, 12
for fold in range(FOLDS):
    net = make_net()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.002)
    scheduler = StepLR(optimizer, step_size=5, gamma=0.3)
    for epoch in range(EPOCHS):
        for x, y in train_loader:
            net(x).backward()
            optimizer.step()
        scheduler.step()
