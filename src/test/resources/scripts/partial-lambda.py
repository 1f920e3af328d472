import math
from functools import partial

from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR


def cosine_factor(step, *, warmup_steps, total_steps):
    if step < warmup_steps:
        return (step + 1) / warmup_steps
    return 0.5 * (1 + math.cos(math.pi * (step - warmup_steps) / (total_steps - warmup_steps)))


optimizer = AdamW(model.parameters(), lr=4e-4, weight_decay=0.1)
scheduler = LambdaLR(optimizer, partial(cosine_factor, warmup_steps=10, total_steps=120))
for iteration in range(120):
    model(batch).backward()
    optimizer.step()
    scheduler.step()
