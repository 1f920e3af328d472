# not to be run
import torch

EPOCHS, BATCHES = 14, 50
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=2, T_mult=2)
for epoch in range(EPOCHS):
    for i in range(BATCHES):
        net(batch(i)).backward()
        optimizer.step()
        scheduler.step(epoch + i / BATCHES)
