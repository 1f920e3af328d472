"""A cycle sized for batches that steps once an epoch."""
import torch
from torch.utils.data import DataLoader
from torchvision.datasets import CIFAR10

EPOCHS = 10
train_loader = DataLoader(CIFAR10("data", train=True), batch_size=500, shuffle=True)
optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.1, epochs=EPOCHS, steps_per_epoch=len(train_loader))
for epoch in range(EPOCHS):
    for images, labels in train_loader:
        optimizer.zero_grad()
        criterion(model(images), labels).backward()
        optimizer.step()
    scheduler.step()
