import torch

MAX_ITERS = 3 * 10**2
POWER = 0.9
optimizer = torch.optim.SGD(net.parameters(), lr=2e-2, momentum=0.9, weight_decay=1e-4)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda it: (1 - it / MAX_ITERS) ** POWER)
it = 0
while it < MAX_ITERS:
    for images, masks in train_loader:
        optimizer.zero_grad()
        criterion(net(images), masks).backward()
        optimizer.step()
        scheduler.step()
        it += 1
        if it >= MAX_ITERS:
            break
