import torch.optim as optim
from torch.optim import lr_scheduler

settings = dict(lr=0.4, epochs=50, kwargs={"factor": 0.25, "total_iters": 4})
optimizer = optim.SGD(model.parameters(), lr=settings["lr"])
first = lr_scheduler.ConstantLR(optimizer, **settings["kwargs"])
second = lr_scheduler.ExponentialLR(optimizer, gamma=0.9)
scheduler = lr_scheduler.ChainedScheduler([first, second])
for epoch in range(settings["epochs"]):
    for batch in loader:
        model(batch).backward()
        optimizer.step()
    scheduler.step()
