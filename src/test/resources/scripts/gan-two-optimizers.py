import torch
from torch.optim.lr_scheduler import ExponentialLR

EPOCHS = 30
N_CRITIC = 5
optimizer_d = torch.optim.Adam(critic.parameters(), lr=1e-4, betas=(0.5, 0.9))
optimizer_g = torch.optim.Adam(generator.parameters(), lr=2e-4, betas=(0.5, 0.9))
scheduler = ExponentialLR(optimizer_g, gamma=0.97)
for epoch in range(EPOCHS):
    for i, real in enumerate(loader):
        fake = generator(noise())
        (critic(fake) - critic(real)).mean().backward()
        optimizer_d.step()
        if i % N_CRITIC == 0:
            (critic(real) - critic(generator(noise()))).mean().backward()
            optimizer_g.step()
    scheduler.step()
