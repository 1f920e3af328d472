# not to be run
from dataclasses import dataclass

import torch.optim as optim
import tyro


@dataclass
class Args:
    total_timesteps: int = 200_000
    learning_rate: float = 3e-4
    num_envs: int = 8
    num_steps: int = 250
    update_epochs: int = 4
    minibatch_size: int = 500
    max_grad_norm: float = 0.5
    anneal_lr: bool = True
    batch_size: int = 0


args = tyro.cli(Args)
args.batch_size = args.num_envs * args.num_steps
updates = args.total_timesteps // args.batch_size
optimizer = optim.Adam(agent.parameters(), lr=args.learning_rate, eps=1e-5)
for update in range(1, updates + 1):
    if args.anneal_lr:
        frac = 1.0 - (update - 1.0) / updates
        optimizer.param_groups[0]["lr"] = frac * args.learning_rate
    for step in range(args.num_steps):
        rollout(envs, agent)
    for epoch in range(args.update_epochs):
        for start in range(0, args.batch_size, args.minibatch_size):
            optimizer.zero_grad()
            loss(agent, start).backward()
            nn.utils.clip_grad_norm_(agent.parameters(), args.max_grad_norm)
            optimizer.step()
