from torch.optim import RMSprop
from torch.optim.lr_scheduler import LambdaLR


class PolynomialDecay(LambdaLR):
    def __init__(self, optimizer, max_epochs, power=0.9):
        super().__init__(optimizer, lambda epoch: (1 - epoch / max_epochs) ** power)


EPOCHS = 24
optimizer = RMSprop(net.parameters(), lr=0.004, momentum=0.9)
scheduler = PolynomialDecay(optimizer, EPOCHS)
for epoch in range(EPOCHS):
    for x, y in train_loader:
        net(x).backward()
        optimizer.step()
    scheduler.step()
