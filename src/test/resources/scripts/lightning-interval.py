# not to be run
import lightning as L
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR
from torch.utils.data import DataLoader
from torchvision.datasets import MNIST

EPOCHS, WARMUP = 20, 500
train_loader = DataLoader(MNIST("data", train=True), batch_size=128, shuffle=True)


class Digits(L.LightningModule):
    def training_step(self, batch, batch_idx):
        x, y = batch
        return torch.nn.functional.cross_entropy(self.net(x), y)

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=3e-4, weight_decay=0.01)
        steps = EPOCHS * len(train_loader)
        scheduler = SequentialLR(
            optimizer,
            [LinearLR(optimizer, start_factor=0.01, total_iters=WARMUP), CosineAnnealingLR(optimizer, T_max=steps - WARMUP)],
            milestones=[WARMUP],
        )
        return {
            "optimizer": optimizer,
            "lr_scheduler": {"scheduler": scheduler, "interval": "step", "frequency": 1},
        }


trainer = L.Trainer(max_epochs=EPOCHS)
trainer.fit(Digits(), train_loader)
