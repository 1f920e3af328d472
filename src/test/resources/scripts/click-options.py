# not to be run
import click
import torch


@click.command()
@click.option("--lr", default=0.05)
@click.option("--num-epochs", "epochs", type=int, default=60)
@click.option("--gamma", type=float, default=0.5)
def main(lr, epochs, gamma):
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, epochs // 4, gamma)
    for epoch in range(epochs):
        for x, y in train_loader:
            net(x).backward()
            optimizer.step()
        scheduler.step()


if __name__ == "__main__":
    main()
