"""Residual network on ImageNet, an epoch a step."""
import argparse

import torch
import torch.nn as nn
import torch.optim
from torch.optim.lr_scheduler import StepLR

parser = argparse.ArgumentParser(description="training")
parser.add_argument("--epochs", default=90, type=int)
parser.add_argument("--lr", "--learning-rate", default=0.1, type=float)
parser.add_argument("--momentum", default=0.9, type=float)
parser.add_argument("--wd", "--weight-decay", default=1e-4, type=float, dest="weight_decay")
parser.add_argument("--start-epoch", default=0, type=int)
parser.add_argument("-b", "--batch-size", default=256, type=int)


def main():
    args = parser.parse_args()
    model = build_model()
    optimizer = torch.optim.SGD(
        model.parameters(), args.lr, momentum=args.momentum, weight_decay=args.weight_decay
    )
    scheduler = StepLR(optimizer, step_size=30, gamma=0.1)
    train_loader = torch.utils.data.DataLoader(build_dataset(), batch_size=args.batch_size, shuffle=True)
    for epoch in range(args.start_epoch, args.epochs):
        train(train_loader, model, optimizer, epoch)
        validate(model)
        scheduler.step()


def train(loader, model, optimizer, epoch):
    model.train()
    for i, (images, target) in enumerate(loader):
        loss = nn.functional.cross_entropy(model(images), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


if __name__ == "__main__":
    main()
