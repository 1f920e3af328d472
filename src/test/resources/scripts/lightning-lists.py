# not to be run
import pytorch_lightning as pl
import torch


class Segmenter(pl.LightningModule):
    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=0.01, momentum=0.9)
        scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[20, 35], gamma=0.2)
        return [optimizer], [scheduler]


trainer = pl.Trainer(max_epochs=50, accumulate_grad_batches=4)
trainer.fit(Segmenter(), train_loader)
