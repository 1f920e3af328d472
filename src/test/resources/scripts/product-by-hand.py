# not to be run
import torch
from torch.optim.lr_scheduler import ExponentialLR, LinearLR

optimizer = torch.optim.SGD(net.parameters(), lr=0.3, momentum=0.8)
warmup = LinearLR(optimizer, start_factor=0.1, total_iters=4)
decay = ExponentialLR(optimizer, gamma=0.9)
for epoch in range(20):
    for x, y in train_loader:
        net(x).backward()
        optimizer.step()
    warmup.step()
    decay.step()
