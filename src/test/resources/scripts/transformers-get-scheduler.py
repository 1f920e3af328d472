# not to be run
import torch
from transformers import get_scheduler

num_epochs = 3
num_training_steps = num_epochs * 120
optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
lr_scheduler = get_scheduler("linear", optimizer=optimizer, num_warmup_steps=0, num_training_steps=num_training_steps)
for step in range(num_training_steps):
    model(**batch).loss.backward()
    optimizer.step()
    lr_scheduler.step()
