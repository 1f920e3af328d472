# not to be run
from timm.optim import create_optimizer_v2
from timm.scheduler import create_scheduler_v2

optimizer = create_optimizer_v2(model, opt="adamw", lr=5e-4, weight_decay=0.05)
scheduler, num_epochs = create_scheduler_v2(
    optimizer, sched="cosine", num_epochs=100, warmup_epochs=5, warmup_lr=1e-6, min_lr=1e-5
)
for epoch in range(num_epochs):
    for x, y in train_loader:
        model(x).backward()
        optimizer.step()
    scheduler.step(epoch + 1)
