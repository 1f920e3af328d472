"""Warm-up, a constant and a cosine, each set in a branch of its own."""
import math

import torch

BASE_LR, WARMUP, HOLD, TOTAL = 0.4, 50, 400, 500
optimizer = torch.optim.SGD(model.parameters(), lr=BASE_LR, momentum=0.9)
iteration = 0
while iteration < TOTAL:
    for images, labels in train_loader:
        if iteration < WARMUP:
            for group in optimizer.param_groups:
                group["lr"] = BASE_LR * (iteration + 1) / WARMUP
        elif iteration < HOLD:
            for group in optimizer.param_groups:
                group["lr"] = BASE_LR
        else:
            for group in optimizer.param_groups:
                group["lr"] = BASE_LR * 0.5 * (1 + math.cos(math.pi * (iteration - HOLD) / (TOTAL - HOLD)))
        optimizer.zero_grad()
        criterion(model(images), labels).backward()
        optimizer.step()
        iteration += 1
