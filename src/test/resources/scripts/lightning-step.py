# not to be run
import lightning as L
import torch


class Classifier(L.LightningModule):
    def __init__(self, lr: float = 1e-3, max_lr: float = 0.01):
        super().__init__()
        self.save_hyperparameters()

    def training_step(self, batch, batch_idx):
        return self.loss(batch)

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.hparams.lr, weight_decay=0.02)
        scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=self.hparams.max_lr, total_steps=2000)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}


trainer = L.Trainer(max_steps=2000, gradient_clip_val=1.0)
trainer.fit(Classifier(), datamodule)
