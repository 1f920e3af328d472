from dataclasses import dataclass

import torch


@dataclass
class TrainConfig:
    lr: float = 0.05
    gamma: float = 0.97
    epochs: int = 40
    momentum: float = 0.0


class Trainer:
    def __init__(self, model, config):
        self.model = model
        self.config = config
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=config.lr, momentum=config.momentum)
        self.scheduler = torch.optim.lr_scheduler.ExponentialLR(self.optimizer, gamma=config.gamma)

    def train_epoch(self, loader):
        for x, y in loader:
            self.optimizer.zero_grad()
            self.model(x).backward()
            self.optimizer.step()

    def fit(self, loader):
        for epoch in range(self.config.epochs):
            self.train_epoch(loader)
            self.scheduler.step()


def run():
    trainer = Trainer(Net(), TrainConfig(lr=0.1, momentum=0.9))
    trainer.fit(train_loader)


if __name__ == "__main__":
    run()
