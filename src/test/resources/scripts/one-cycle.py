import torch.optim as optim
from torch.optim import lr_scheduler as sched
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

EPOCHS, BATCH = 15, 500
train_set = datasets.CIFAR10("data", train=True, download=True, transform=transforms.ToTensor())
train_loader = DataLoader(train_set, BATCH, shuffle=True)
net = make_net()
opt = optim.SGD(net.parameters(), lr=1e-2, momentum=0.9, nesterov=True)
one_cycle = sched.OneCycleLR(opt, max_lr=1e-2 * 10, steps_per_epoch=len(train_loader), epochs=EPOCHS, pct_start=0.2)
for epoch in range(EPOCHS):
    for x, y in train_loader:
        opt.zero_grad()
        criterion(net(x), y).backward()
        opt.step()
        one_cycle.step()
