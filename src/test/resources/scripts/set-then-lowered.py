"""The learning rate is set at the head of each epoch, and lowered in the second half."""
import torch
from training import train_one_epoch

lr = 0.1
optimizer = torch.optim.SGD(net.parameters(), lr=lr)
for epoch in range(20):
    for group in optimizer.param_groups:
        group["lr"] = lr
    if epoch >= 10:
        for group in optimizer.param_groups:
            group["lr"] = lr * 0.9 ** (epoch - 9)
    train_one_epoch(net, optimizer)
