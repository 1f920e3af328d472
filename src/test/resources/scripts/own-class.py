from torch.optim import SGD
from torch.optim.lr_scheduler import _LRScheduler


class WarmupPolyLR(_LRScheduler):
    """Linear warmup, then polynomial decay."""

    def __init__(self, optimizer, max_iters, warmup_iters=20, power=0.9, last_epoch=-1):
        self.max_iters = max_iters
        self.warmup_iters = warmup_iters
        self.power = power
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        if self.last_epoch < self.warmup_iters:
            scale = (self.last_epoch + 1) / self.warmup_iters
        else:
            scale = (1 - (self.last_epoch - self.warmup_iters) / (self.max_iters - self.warmup_iters)) ** self.power
        return [base_lr * scale for base_lr in self.base_lrs]


ITERATIONS = 250
optimizer = SGD([{"params": net.backbone.parameters(), "lr": 0.001}, {"params": net.head.parameters()}], lr=0.01)
scheduler = WarmupPolyLR(optimizer, max_iters=ITERATIONS)
for iteration in range(ITERATIONS):
    net(batch).backward()
    optimizer.step()
    scheduler.step()
