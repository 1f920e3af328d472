import torch

EPOCHS = 45
optimizer = torch.optim.Adagrad(model.parameters(), lr=0.01)
scheduler = torch.optim.lr_scheduler.MultiplicativeLR(optimizer, lr_lambda=lambda epoch: 0.95 if epoch > 5 else 1.0)
for epoch in range(EPOCHS):
    for batch in loader:
        model(batch).backward()
        optimizer.step()
    scheduler.step()
