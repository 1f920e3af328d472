"""Writes src/test/resources/recipes/published.tsv: the learning rates of published schedules at a few steps, from the
formulas and numbers of their sources (nothing of Annealer is used). The recipes of the catalogue are tested against it.

Where PyTorch's schedulers can only come near a source (LinearLR can't begin at 0), the row has a wider tolerance.
"""

from math import cos, pi, sqrt
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "recipes" / "published.tsv"
ROWS = []


def figures(recipe, steps, lr, at, group=0, tolerance="1e-9"):
    """`lr` is a function of the step."""
    ROWS.extend((recipe, group, t, repr(float(lr(t))), tolerance, steps) for t in at)


def half_cosine(peak, floor, progress):
    return floor + (peak - floor) * (1 + cos(pi * progress)) / 2


def warmup_cosine(peak, floor, start, warmup, steps):
    """Linear from `start` of the peak, then a cosine to `floor`."""

    def lr(t):
        if t < warmup:
            return peak * (start + (1 - start) * t / warmup)
        return half_cosine(peak, floor, (t - warmup) / (steps - warmup))

    return lr


def drops(peak, milestones, gamma=0.1):
    return lambda t: peak * gamma ** sum(milestone <= t for milestone in milestones)


# --- torchvision and the guide: epochs
figures("resnet50-paper", 100, drops(0.1, [30, 60, 90]), [0, 29, 30, 59, 60, 89, 90, 99])
figures("resnet50-torchvision-v1", 90, drops(0.1, [30, 60]), [0, 29, 30, 59, 60, 89])
figures("resnet50-torchvision-v2", 600, warmup_cosine(0.5, 0, 0.01, 5, 600), [0, 1, 5, 300, 599])
figures("resnet50-cosine", 100, warmup_cosine(0.1, 1e-5, 0.01, 5, 100), [0, 4, 5, 50, 99])
figures("resnet50-large-batch", 100, warmup_cosine(0.1 * 2048 / 256, 1e-5, 0.01, 5, 100), [0, 5, 50, 99])
figures("convnext-tiny-torchvision", 600, warmup_cosine(1e-3, 0, 0.01, 5, 600), [0, 5, 300, 599])
figures("vit-b16-torchvision", 300, warmup_cosine(3e-3, 0, 0.033, 30, 300), [0, 15, 30, 165, 299])

# --- DeiT (timm: once an epoch) and Swin (timm: every step), both 5e-4 x batch / 512
PEAK = 5e-4 * 1024 / 512
figures("deit-small", 300, warmup_cosine(PEAK, 1e-5, 1e-6 / PEAK, 5, 300), [0, 5, 150, 299])
figures(
    "swin-tiny",
    375300,
    warmup_cosine(PEAK, 1e-5, 1e-6 / PEAK, 25020, 375300),
    [0, 12510, 25020, 200160, 375299],
)

# --- ConvNeXt, utils.cosine_scheduler
figures(
    "convnext-tiny",
    93600,
    warmup_cosine(4e-3, 1e-6, 0, 6240, 93600),
    [3120, 6240, 49920, 93599],
    tolerance="1e-5",
)


# --- vit_jax/utils.py: a cosine over what follows the warmup, times min(1, step / 500)
def vit_jax(base, steps):
    return lambda t: half_cosine(base, 0, max(0, t - 500) / (steps - 500)) * min(1, t / 500)


figures("vit-b16-finetune-imagenet", 20000, vit_jax(0.03, 20000), [250, 500, 10250, 19999], tolerance="1e-5")
figures("vit-b16-finetune-cifar10", 10000, vit_jax(0.01, 10000), [250, 500, 5250, 9999], tolerance="1e-5")

# --- Attention Is All You Need, equation 3, steps counted from 1
figures(
    "transformer-base",
    100000,
    lambda t: 512**-0.5 * min((t + 1) ** -0.5, (t + 1) * 4000**-1.5),
    [0, 1999, 3999, 15999, 99999],
)

# --- bert/optimization.py: polynomial decay of power 1 from step 0, warmup in its place up to step 10,000
figures(
    "bert-base",
    1000000,
    lambda t: 1e-4 * t / 10000 if t < 10000 else 1e-4 * (1 - t / 1e6),
    [5000, 9999, 10000, 500000, 999999],
    tolerance="1e-5",
)


# --- nanoGPT, train.py: get_lr
def nanogpt(peak, floor, warmup, steps):
    return lambda t: (
        peak * (t + 1) / (warmup + 1)
        if t < warmup
        else half_cosine(peak, floor, (t - warmup) / (steps - warmup))
    )


figures("gpt2-nanogpt", 600000, nanogpt(6e-4, 6e-5, 2000, 600000), [0, 999, 2000, 301000, 599999])
figures("nanogpt-shakespeare-char", 5000, nanogpt(1e-3, 1e-4, 100, 5000), [0, 99, 100, 2550, 4999])


# --- llm.c: cosine to a fraction of the peak
def llm_c(steps, fraction):
    return lambda t: (
        6e-4 * (t + 1) / 700 if t < 700 else half_cosine(6e-4, 6e-4 * fraction, (t - 700) / (steps - 700))
    )


figures("gpt2-124m-llmc", 18865, llm_c(18865, 0), [0, 700, 9782, 18864], tolerance="1e-8")
figures("gpt3-125m-llmc", 572204, llm_c(572204, 0.1), [0, 700, 286452, 572203], tolerance="1e-8")


# --- modded-nanogpt: flat, then linear to 0 over the last 1800 steps
def warmdown(peak):
    return lambda t: peak * (1 if t < 6200 - 1800 else (6200 - t) / 1800)


figures("gpt2-modded-nanogpt", 6200, warmdown(0.0036), [0, 4399, 4400, 5300, 6199])
figures("gpt2-modded-nanogpt", 6200, warmdown(0.00036), [0, 5300], group=1)


# --- GPT-3, appendix B, in tokens: 3.2M a step
def gpt3(t):
    tokens = t * 3.2e6
    return half_cosine(6e-5, 6e-6, min(1, (tokens - 375e6) / (260e9 - 375e6)))


figures("gpt3-175b", 93750, gpt3, [118, 40000, 60000, 81250, 93749], tolerance="1e-4")

# --- LLaMA: 4M tokens a step
for name, peak, tokens in [
    ("llama-1-7b", 3e-4, 1.0e12),
    ("llama-1-65b", 1.5e-4, 1.4e12),
    ("llama-2-7b", 3e-4, 2.0e12),
    ("llama-2-70b", 1.5e-4, 2.0e12),
]:
    N = round(tokens / 4e6)
    figures(name, N, warmup_cosine(peak, peak / 10, 1 / 2000, 2000, N), [0, 2000, 1000 + N // 2, N - 1])

# --- T5
figures("t5-inverse-sqrt", 100000, lambda t: 1 / sqrt(max(t, 1e4)), [0, 9999, 40000, 90000, 99999])
figures("t5-finetune", 10000, lambda t: 0.001, [0, 9999])


# --- DeepSeek-LLM, in tokens; milestones fall between two steps, and its 0.316 is no exact root of a tenth
def deepseek(peak, sequences):
    def lr(t):
        tokens = t * sequences * 4096
        return peak * (1 if tokens < 1.6e12 else 0.316 if tokens < 1.8e12 else 0.1)

    return lr


figures(
    "deepseek-llm-7b",
    211928,
    deepseek(4.2e-4, 2304),
    [2000, 169541, 169543, 190734, 190736, 211927],
    tolerance="1e-3",
)
figures(
    "deepseek-llm-67b",
    105964,
    deepseek(3.2e-4, 4608),
    [2000, 84770, 84772, 95366, 95369, 105963],
    tolerance="1e-3",
)


# --- warmup-stable-decay: llm.c's schedulers.h, and MiniCPM's halving
def wsd(t):
    if t < 1000:
        return 6e-4 * (0.01 + 0.99 * t / 1000)
    return 6e-4 * (1 if t < 16000 else 1 - sqrt((t - 16000) / 4000))


figures("warmup-stable-decay", 20000, wsd, [0, 1000, 15999, 17000, 19999])
figures(
    "wsd-minicpm",
    250000,
    lambda t: 0.01 * (1 if t < 225000 else 0.5 ** ((t - 225000) / 5000)),
    [2500, 224999, 230000, 249999],
)

# --- Whisper
figures(
    "whisper-large",
    2**20,
    lambda t: 1.75e-4 * ((t + 1) / 2048 if t < 2048 else (2**20 - t) / (2**20 - 2048)),
    [0, 2048, 525312, 1048575],
    tolerance="1e-6",
)

# --- DETR
figures("detr-resnet50", 300, drops(1e-4, [200]), [0, 199, 200, 299])
figures("detr-resnet50", 300, drops(1e-5, [200]), [0, 200], group=1)


# --- detectron2: WarmupMultiStepLR, WarmupPolyLR
def detectron_warmup(t):
    return 0.001 * (1 - t / 1000) + t / 1000 if t < 1000 else 1


def mask_rcnn(milestones):
    return lambda t: drops(0.02, milestones)(t) * detectron_warmup(t)


figures("mask-rcnn-1x", 90000, mask_rcnn([60000, 80000]), [0, 500, 1000, 59999, 60000, 80000, 89999])
figures("mask-rcnn-3x", 270000, mask_rcnn([210000, 250000]), [0, 500, 1000, 209999, 210000, 250000, 269999])
figures(
    "deeplabv3-detectron2",
    90000,
    lambda t: 0.01 * (1 - t / 90000) ** 0.9 * detectron_warmup(t),
    [0, 500, 1000, 45000, 89999],
)

# --- torchvision's segmentation
figures("deeplabv3-resnet50-torchvision", 86760, lambda t: 0.02 * (1 - t / 86760) ** 0.9, [0, 43380, 86759])
figures("deeplabv3-resnet50-torchvision", 86760, lambda t: 0.2 * (1 - t / 86760) ** 0.9, [0, 43380], group=1)


# --- ultralytics: lf
def ultralytics(epochs):
    return lambda t: 0.01 * ((1 - t / epochs) * (1 - 0.01) + 0.01)


figures("yolov5", 300, ultralytics(300), [0, 150, 299])
figures("yolov8", 100, ultralytics(100), [0, 50, 99])


# --- fastai: combined_cos over the positions that PyTorch's OneCycleLR gives the steps
def fit_one_cycle(lr_max, div, pct, steps):
    def lr(t):
        peak = pct * steps - 1
        if t <= peak:
            return half_cosine(lr_max, lr_max / div, 1 - t / peak)
        return half_cosine(lr_max, lr_max / 1e5, (t - peak) / (steps - 1 - peak))

    return lr


figures("fastai-one-cycle", 1960, fit_one_cycle(2e-3, 25, 0.25, 1960), [0, 245, 489, 1000, 1959])
figures("fastai-fine-tune", 1960, fit_one_cycle(1e-5, 5, 0.3, 1960), [0, 294, 587, 1000, 1959])
figures("fastai-fine-tune", 1960, fit_one_cycle(1e-3, 5, 0.3, 1960), [0, 294, 587, 1000, 1959], group=1)


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    header = "# Made by published_figures.py: recipe, param group, step, learning rate, relative tolerance, steps of the run\n"
    TARGET.write_text(header + "".join("\t".join(map(str, row)) + "\n" for row in ROWS))
