import torch

epochs = 4
optimizer = torch.optim.SGD(model.parameters(), 0.1, 0.9)
steps_per_epoch = len(train_loader)
scheduler = torch.optim.lr_scheduler.CyclicLR(
    optimizer, 1e-3, 6e-3, step_size_up=int(steps_per_epoch * 0.5), mode="triangular2", cycle_momentum=False
)
for epoch in range(epochs):
    for images, labels in train_loader:
        optimizer.zero_grad()
        criterion(model(images), labels).backward()
        optimizer.step()
        scheduler.step()
