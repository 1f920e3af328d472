#!/usr/bin/env python3
"""The script that people write today for a look at a schedule: the first steps of `sample-configs/gpt2-nanogpt.json` as CSV.

torch_trace.py [STEPS]
"""

import csv
import sys
import warnings

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

warnings.filterwarnings("ignore")

optimizer = torch.optim.AdamW([torch.nn.Parameter(torch.zeros(1))], lr=6e-4, betas=(0.9, 0.95))
warmup = LinearLR(optimizer, start_factor=4.997501249375312e-4, total_iters=2000)
decay = CosineAnnealingLR(optimizer, T_max=598_000, eta_min=6e-5)
scheduler = SequentialLR(optimizer, [warmup, decay], milestones=[2000])

out = csv.writer(sys.stdout)
out.writerow(["step", "lr", "momentum"])
for step in range(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000):
    group = optimizer.param_groups[0]
    out.writerow([step, group["lr"], group["betas"][0]])
    optimizer.step()
    scheduler.step()
