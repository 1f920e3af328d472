import torch
from torch.optim import AdamW
from torch.optim.lr_scheduler import ConstantLR, LinearLR, PolynomialLR, SequentialLR

TOTAL = 1_000
WARMUP, COOLDOWN = int(0.1 * TOTAL), TOTAL // 5
STABLE = TOTAL - WARMUP - COOLDOWN

optimizer = AdamW(model.parameters(), lr=6e-4, betas=(0.9, 0.95), weight_decay=0.1)
stages = []
stages.append(LinearLR(optimizer, start_factor=1 / WARMUP, total_iters=WARMUP))
stages.append(ConstantLR(optimizer, factor=1.0, total_iters=STABLE))
stages.append(PolynomialLR(optimizer, total_iters=COOLDOWN, power=2))
scheduler = SequentialLR(optimizer, schedulers=stages, milestones=[WARMUP, WARMUP + STABLE])

for step in range(TOTAL):
    model(next(data)).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    optimizer.step()
    scheduler.step()
    optimizer.zero_grad(set_to_none=True)
