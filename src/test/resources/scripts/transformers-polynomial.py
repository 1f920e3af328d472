# not to be run
from torch.optim import AdamW
from transformers import get_polynomial_decay_schedule_with_warmup

TOTAL = 400
optimizer = AdamW(model.parameters(), lr=2e-5)
scheduler = get_polynomial_decay_schedule_with_warmup(optimizer, num_warmup_steps=40, num_training_steps=TOTAL, lr_end=1e-6, power=2.0)
for step in range(TOTAL):
    model(**batch).loss.backward()
    optimizer.step()
    scheduler.step()
