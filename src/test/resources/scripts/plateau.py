import torch

num_epochs = 25


def evaluate(model, epoch):
    return 0.5 + epoch / 100


model = Net()
optimizer = torch.optim.RMSprop(model.parameters(), lr=0.002, momentum=0.9)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "max", factor=0.5, patience=2, min_lr=1e-6)

for epoch in range(num_epochs):
    for inputs, targets in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
    accuracy = evaluate(model, epoch)
    scheduler.step(accuracy)
