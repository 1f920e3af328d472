# not to be run
import torch
from absl import app, flags

FLAGS = flags.FLAGS
flags.DEFINE_float("lr", 2e-4, "target learning rate")
flags.DEFINE_integer("total_steps", 4000, "total training steps")
flags.DEFINE_integer("warmup", 500, "learning rate warmup")


def warmup_lr(step):
    return min(step, FLAGS.warmup) / FLAGS.warmup


def train():
    optim = torch.optim.Adam(net_model.parameters(), lr=FLAGS.lr)
    sched = torch.optim.lr_scheduler.LambdaLR(optim, lr_lambda=warmup_lr)
    for step in range(FLAGS.total_steps):
        loss = trainer(batch).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net_model.parameters(), 1.0)
        optim.step()
        sched.step()


def main(argv):
    train()


if __name__ == "__main__":
    app.run(main)
