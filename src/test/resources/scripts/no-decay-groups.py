import torch
from torch.optim.lr_scheduler import LinearLR

no_decay = ["bias", "LayerNorm.weight"]
grouped = [
    {"params": [p for n, p in model.named_parameters() if not any(nd in n for nd in no_decay)], "weight_decay": 0.01},
    {"params": [p for n, p in model.named_parameters() if any(nd in n for nd in no_decay)], "weight_decay": 0.0},
]
optimizer = torch.optim.AdamW(grouped, lr=5e-5)
scheduler = LinearLR(optimizer, start_factor=1.0, end_factor=0.1, total_iters=60)
for step in range(60):
    model(batch).backward()
    optimizer.step()
    scheduler.step()
