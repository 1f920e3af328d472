"""A polynomial by hand, set with `update`."""
import torch
from training import train_one_epoch

EPOCHS, BASE_LR = 12, 0.5
optimizer = torch.optim.SGD(net.parameters(), lr=BASE_LR)
for epoch in range(EPOCHS):
    optimizer.param_groups[0].update({"lr": BASE_LR * (1 - epoch / EPOCHS) ** 0.9})
    train_one_epoch(net, optimizer)
