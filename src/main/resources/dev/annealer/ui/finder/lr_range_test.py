"""An LR range test: a short run while the learning rate rises.

Call it once, before training, with what you will train with:

    lr_range_test(model, optimizer, loss_fn, train_loader, "run.csv")

Model and optimizer are the same afterwards as before. Open the CSV in
Annealer.
"""

import copy
import csv
import math

import torch


def lr_range_test(
    model,
    optimizer,
    loss_fn,
    batches,
    path,
    lr_min=1e-7,
    lr_max=10.0,
    steps=100,
    diverged=4.0,
    device=None,
):
    """Writes a row a step, learning rate and loss; returns how many.

    loss_fn(model(inputs), targets) is the loss; `batches` gives
    (inputs, targets) and starts over when it ends. Stops early where the
    smoothed loss exceeds `diverged` times its lowest.
    """
    # state_dict() holds references: without a deep copy the test would
    # train what it means to restore.
    model_state = copy.deepcopy(model.state_dict())
    optimizer_state = copy.deepcopy(optimizer.state_dict())
    was_training = model.training
    device = device or next(model.parameters()).device
    # Param groups keep their ratios; the highest of them gets the rate
    # that is written down.
    highest = max(group["lr"] for group in optimizer.param_groups)
    shares = [
        group["lr"] / highest if highest else 1.0
        for group in optimizer.param_groups
    ]
    model.train()
    iterator = iter(batches)
    smoothed, lowest, count = 0.0, math.inf, 0
    try:
        with open(path, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["lr", "loss"])
            for step in range(steps):
                try:
                    inputs, targets = next(iterator)
                except StopIteration:
                    iterator = iter(batches)
                    inputs, targets = next(iterator)
                lr = lr_min * (lr_max / lr_min) ** (step / (steps - 1))
                for group, share in zip(optimizer.param_groups, shares):
                    group["lr"] = lr * share
                optimizer.zero_grad()
                loss = loss_fn(model(inputs.to(device)), targets.to(device))
                # Before the update, as all finders do: the loss to which
                # the rates up to this one have led.
                writer.writerow([lr, loss.item()])
                count += 1
                if not math.isfinite(loss.item()):
                    break
                smoothed = 0.9 * smoothed + 0.1 * loss.item()
                corrected = smoothed / (1 - 0.9 ** (step + 1))
                lowest = min(lowest, corrected)
                if step >= 10 and lowest > 0 and corrected > diverged * lowest:
                    break
                loss.backward()
                optimizer.step()
    finally:
        model.load_state_dict(model_state)
        optimizer.load_state_dict(optimizer_state)
        model.train(was_training)
        optimizer.zero_grad()
    return count


if __name__ == "__main__":
    # A small model, to see it work: python lr_range_test.py
    torch.manual_seed(0)
    inputs = torch.randn(512, 20)
    targets = (inputs[:, :5].sum(dim=1) > 0).long()
    loader = torch.utils.data.DataLoader(
        torch.utils.data.TensorDataset(inputs, targets),
        batch_size=32,
        shuffle=True,
    )
    net = torch.nn.Sequential(
        torch.nn.Linear(20, 64), torch.nn.ReLU(), torch.nn.Linear(64, 2)
    )
    sgd = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    rows = lr_range_test(
        net, sgd, torch.nn.functional.cross_entropy, loader, "run.csv"
    )
    print(f"run.csv has {rows} rows")
