# not to be run
from torch.optim import AdamW
from transformers import get_wsd_schedule

optimizer = AdamW(model.parameters(), lr=3e-4)
scheduler = get_wsd_schedule(optimizer, num_warmup_steps=20, num_stable_steps=100, num_decay_steps=30, min_lr_ratio=0.1)
for step in range(150):
    model(**batch).loss.backward()
    optimizer.step()
    scheduler.step()
