"""The learning rate set by hand, as scripts did before there were schedulers."""
import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
parser.add_argument("--epochs", type=int, default=90)
args = parser.parse_args()


def adjust_learning_rate(optimizer, epoch):
    """Divides the learning rate by 10 every 30 epochs."""
    lr = args.lr * (0.1 ** (epoch // 30))
    for param_group in optimizer.param_groups:
        param_group["lr"] = lr


optimizer = torch.optim.SGD(model.parameters(), args.lr, momentum=0.9)
for epoch in range(args.epochs):
    adjust_learning_rate(optimizer, epoch)
    optimizer.step()
