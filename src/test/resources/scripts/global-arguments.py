import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--lr", default=0.1, type=float)
parser.add_argument("--epochs", default=90, type=int)
parser.add_argument("--schedule", default=[30, 60], type=int, nargs="+")
parser.add_argument("--output-dir", default=None)


def adjust_learning_rate(optimizer, epoch):
    lr = args.lr
    for milestone in args.schedule:
        lr *= 0.1 if epoch >= milestone else 1.0
    for param_group in optimizer.param_groups:
        param_group["lr"] = lr


def main():
    global args
    args = parser.parse_args()
    optimizer = torch.optim.SGD(net.parameters(), args.lr, momentum=0.9, weight_decay=1e-4)
    for epoch in range(args.epochs):
        adjust_learning_rate(optimizer, epoch)
        net(images).backward()
        optimizer.step()


main()
