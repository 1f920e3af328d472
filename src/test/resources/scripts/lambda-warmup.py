import math

import torch
from torch import optim


class Config:
    learning_rate = 3e-4
    warmup_steps = 40
    total_steps = 400
    min_ratio = 0.1


def lr_lambda(current_step):
    if current_step < Config.warmup_steps:
        return (current_step + 1) / Config.warmup_steps
    progress = (current_step - Config.warmup_steps) / max(1, Config.total_steps - Config.warmup_steps)
    cosine = 0.5 * (1.0 + math.cos(math.pi * progress))
    return max(Config.min_ratio, cosine)


optimizer = optim.AdamW(model.parameters(), lr=Config.learning_rate, betas=(0.9, 0.95), weight_decay=0.1)
scheduler = optim.lr_scheduler.LambdaLR(optimizer, lr_lambda)
for step in range(Config.total_steps):
    loss = model(next(batches))
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    scheduler.step()
    optimizer.zero_grad()
