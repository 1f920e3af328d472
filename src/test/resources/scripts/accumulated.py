import torch
from torch.optim.lr_scheduler import OneCycleLR

ACCUM = 4
EPOCHS = 5
updates = EPOCHS * (len(train_loader) // ACCUM)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)
scaler = torch.cuda.amp.GradScaler()
scheduler = OneCycleLR(optimizer, max_lr=[5e-4], total_steps=updates, anneal_strategy="linear", three_phase=True)
for epoch in range(EPOCHS):
    for i, (x, y) in enumerate(train_loader):
        loss = criterion(model(x), y) / ACCUM
        loss.backward()
        if (i + 1) % ACCUM == 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2)
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad()
