import argparse

from torch import optim
from torch.optim.lr_scheduler import MultiStepLR as Decay


def get_args_parser():
    parser = argparse.ArgumentParser("detector", add_help=False)
    parser.add_argument("--lr", default=1e-4, type=float)
    parser.add_argument("--lr-backbone", default=1e-5, type=float)
    parser.add_argument("--weight-decay", default="1e-4", type=float)
    parser.add_argument("--epochs", default=60, type=int)
    parser.add_argument("--lr-drops", default=[30, 50], type=int, nargs="+")
    parser.add_argument("--clip-max-norm", default=0.1, type=float)
    parser.add_argument("--amp", action="store_true")
    return parser


def main(args):
    model = build_model(args)
    param_dicts = [
        {"params": [p for n, p in model.named_parameters() if "backbone" not in n]},
        {"params": [p for n, p in model.named_parameters() if "backbone" in n], "lr": args.lr_backbone},
    ]
    optimizer = optim.AdamW(param_dicts, lr=args.lr, weight_decay=args.weight_decay)
    if args.amp:
        raise NotImplementedError
    lr_scheduler = Decay(optimizer, args.lr_drops, gamma=0.2)
    for epoch in range(args.epochs):
        train_one_epoch(model, optimizer, epoch, args.clip_max_norm)
        lr_scheduler.step()


if __name__ == "__main__":
    parser = argparse.ArgumentParser("training", parents=[get_args_parser()])
    main(parser.parse_args())
