import torch


class Noam:
    """The schedule of the Transformer around an optimizer."""

    def __init__(self, optimizer, d_model, warmup):
        self.optimizer = optimizer
        self.d_model = d_model
        self.warmup = warmup
        self.steps = 0

    def step(self):
        self.steps += 1
        rate = self.d_model ** -0.5 * min(self.steps ** -0.5, self.steps * self.warmup ** -1.5)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.step()


noam = Noam(torch.optim.Adam(model.parameters(), lr=1.0, betas=(0.9, 0.98)), 512, 40)
for iteration in range(300):
    model(batch).backward()
    noam.step()
