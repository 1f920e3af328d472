"""Writes src/test/resources/tables: one small file for each dialect and kind that the importer must understand, each beside
an .expected file that says what is in it. The expectations come from here, where the numbers are made, not from the importer.

An .expected file has a line for each fact, in cells parted by tabs:
    kind, rows, lr, loss, step           what the file is, how many rows it has, and which columns play which part
    scale                                how the learning rate is written, where it is no plain number
    column NAME VALUES                   a column's numbers, parted by blanks; - is a cell without a number
    skipped LINE                         a line that is no row
    dialect NAME VALUE                   what is said of the way it is written
"""

import json
import math
import pathlib
import struct

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "resources" / "tables"

N = 12
LR = [float(f"{1e-6 * 10 ** (i / 2):.4g}") for i in range(N)]
LOSS = [2.31, 2.302, 2.3, 2.25, 2.11, 1.8, 1.32, 0.93, 0.71, 0.8, 1.9, 6.25]
SMOOTH = [2.31, 2.306, 2.304, 2.29, 2.25, 2.17, 2.03, 1.86, 1.69, 1.57, 1.61, 2.2]
STEP = [float(i) for i in range(N)]


def text(value, comma=False):
    shown = repr(value) if isinstance(value, float) else str(value)
    if isinstance(value, float) and value == int(value) and abs(value) < 1e6:
        shown = str(int(value))
    return shown.replace(".", ",") if comma else shown


def rows_of(columns, sep=",", comma=False, start=None, end="\n", header=True, final=True):
    lines = [sep.join(columns)] if header else []
    length = len(next(iter(columns.values())))
    for i in range(length):
        lines.append(sep.join("" if c[i] is None else text(c[i], comma) for c in columns.values()))
    return end.join(lines) + (end if final else "")


def expectation(kind, columns, lr, loss, step, skipped=(), dialect=(), scale=None):
    lines = [f"kind\t{kind}", f"rows\t{len(next(iter(columns.values())))}"]
    lines += [f"{role}\t{name}" for role, name in (("lr", lr), ("loss", loss), ("step", step)) if name is not None]
    if scale:
        lines.append(f"scale\t{scale}")
    lines += [f"dialect\t{name}\t{value}" for name, value in dialect]
    for name, values in columns.items():
        cells = ("-" if not isinstance(v, (int, float)) or v != v else repr(float(v)) for v in values)
        lines.append(f"column\t{name}\t" + " ".join(cells))
    lines += [f"skipped\t{line}" for line in skipped]
    return "\n".join(lines) + "\n"


def case(name, content, kind, columns, lr=None, loss=None, step=None, **more):
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    (FOLDER / name).write_bytes(data)
    (FOLDER / (name + ".expected")).write_text(
        expectation(kind, columns, lr, loss, step, **more), encoding="utf-8", newline="\n"
    )


RUN = {"step": STEP, "lr": LR, "loss": LOSS}
ROLES = {"lr": "lr", "loss": "loss", "step": "step"}


def bytes_and_dialects():
    plain = rows_of(RUN)
    case("lf.csv", plain, "CSV", RUN, **ROLES, dialect=[("delimiter", "comma"), ("decimal", "point"), ("header", "line 1")])
    case("crlf.csv", plain.replace("\n", "\r\n"), "CSV", RUN, **ROLES)
    case("crcrlf.csv", plain.replace("\n", "\r\r\n"), "CSV", RUN, **ROLES)
    case("cr.csv", plain.replace("\n", "\r"), "CSV", RUN, **ROLES)
    case("no_final_newline.csv", plain.rstrip("\n"), "CSV", RUN, **ROLES)
    case("blank_lines.csv", plain.replace("\n", "\n\n"), "CSV", RUN, **ROLES)
    case("bom.csv", b"\xef\xbb\xbf" + plain.encode(), "CSV", RUN, **ROLES, dialect=[("encoding", "UTF-8")])
    case("utf16.csv", plain.encode("utf-16"), "CSV", RUN, **ROLES, dialect=[("encoding", "UTF-16")])
    case("utf16be_mark.csv", b"\xfe\xff" + plain.encode("utf-16-be"), "CSV", RUN, **ROLES, dialect=[("encoding", "UTF-16")])
    case("utf16le_bare.csv", plain.encode("utf-16-le"), "CSV", RUN, **ROLES, dialect=[("encoding", "UTF-16LE")])
    case("utf16be_bare.csv", plain.encode("utf-16-be"), "CSV", RUN, **ROLES, dialect=[("encoding", "UTF-16BE")])
    russian = {"шаг": STEP, "скорость обучения": LR, "потери": LOSS}
    parts = {"lr": "скорость обучения", "loss": "потери", "step": "шаг"}
    case("cp1251.csv", rows_of(russian, ";", True).encode("cp1251"), "CSV", russian, **parts,
         dialect=[("encoding", "windows-1251"), ("delimiter", "semicolon"), ("decimal", "comma")])
    case("russian.csv", rows_of(russian), "CSV", russian, **parts, dialect=[("encoding", "UTF-8")])
    german = {"Schritt": STEP, "Lernrate": LR, "Verlust": LOSS}
    case("german.csv", rows_of(german, ";", True, end="\r\n"), "CSV", german, lr="Lernrate", loss="Verlust", step="Schritt",
         dialect=[("delimiter", "semicolon"), ("decimal", "comma")])
    french = {"étape": STEP, "taux d'apprentissage": LR, "perte": LOSS}
    case("latin1.csv", rows_of(french, ";", True).encode("cp1252"), "CSV", french, lr="taux d'apprentissage", loss="perte",
         step="étape", dialect=[("encoding", "windows-1252")])
    spanish = {"paso": STEP, "tasa de aprendizaje": LR, "pérdida": LOSS}
    case("spanish.csv", rows_of(spanish), "CSV", spanish, lr="tasa de aprendizaje", loss="pérdida", step="paso")
    title = "LR finder\nModel: resnet18\n\n"
    case("title_above.csv", title + plain, "CSV", RUN, **ROLES, dialect=[("header", "line 4")])
    wider = {**RUN, "note": [None] * N}
    short = "step,lr,loss,note\n" + rows_of(RUN, header=False)
    case("rows_shorter_than_header.csv", short, "CSV", wider, **ROLES)
    typeset = rows_of({**RUN, "loss": [-v for v in LOSS]}).replace("-", "\u2212")
    case("typeset_minus.csv", typeset, "CSV", {**RUN, "loss": [-v for v in LOSS]}, **ROLES)
    case("semicolon.csv", rows_of(RUN, ";"), "CSV", RUN, **ROLES, dialect=[("delimiter", "semicolon"), ("decimal", "point")])
    case("tabs.tsv", rows_of(RUN, "\t"), "TSV", RUN, **ROLES, dialect=[("delimiter", "tab")])
    case("tab_decimal_comma.txt", rows_of(RUN, "\t", True), "TSV", RUN, **ROLES, dialect=[("decimal", "comma")])
    case("bars.txt", rows_of(RUN, "|"), "CSV", RUN, **ROLES, dialect=[("delimiter", "bar")])
    case("excel_sep.csv", "sep=;\r\n" + rows_of(RUN, ";", True, end="\r\n"), "CSV", RUN, **ROLES, dialect=[("header", "line 2")])
    case("spaces.txt", rows_of(RUN, "   "), "text in columns", RUN, **ROLES, dialect=[("delimiter", "blanks")])
    ragged = "\n".join("".join(cell.rjust(14) for cell in line.split(",")) for line in plain.splitlines()) + "\n"
    case("aligned.txt", ragged, "text in columns", RUN, **ROLES)
    case("comma_and_space.csv", plain.replace(",", ", "), "CSV", RUN, **ROLES)
    case("comments.csv", "# seed 3\n# lr range test\n" + plain + "# done\n", "CSV", RUN, **ROLES, dialect=[("comments", "3")])
    case("comment_header.txt", "# step lr loss\n" + rows_of(RUN, " ", header=False), "text in columns", RUN, **ROLES)
    case("percent_comments.txt", "% octave\n" + rows_of(RUN, "\t"), "TSV", RUN, **ROLES)
    case("lead_in.csv", "LR finder results\nmodel: resnet18\n\n" + plain, "CSV", RUN, **ROLES, skipped=[], dialect=[("header", "line 4")])
    bare = {"column 1": STEP, "column 2": LR, "column 3": LOSS}
    case("headerless.csv", rows_of(RUN, header=False), "CSV", bare, lr="column 2", loss="column 3", step="column 1",
         dialect=[("header", "none")])
    two = {"column 1": LR, "column 2": LOSS}
    case("headerless_two.txt", rows_of(two, " ", header=False), "text in columns", two, lr="column 1", loss="column 2")
    swapped = {"column 1": LOSS, "column 2": LR}
    case("headerless_loss_first.csv", rows_of(swapped, header=False), "CSV", swapped, lr="column 2", loss="column 1")
    index = {"index": STEP, "lr": LR, "loss": LOSS}
    case("pandas_index.csv", rows_of({"": STEP, "lr": LR, "loss": LOSS}), "CSV", index, lr="lr", loss="loss", step="index")
    case("one_cell_more.csv", "lr,loss\n" + rows_of(RUN, header=False), "CSV", index, lr="lr", loss="loss", step="index")
    case("trailing_comma.csv", plain.replace("\n", ",\n"), "CSV", {**RUN, "column 4": [None] * N}, **ROLES)
    case("trailing_comma_rows.csv", "step,lr,loss\n" + rows_of(RUN, header=False).replace("\n", ",\n"), "CSV", RUN, **ROLES)
    quoted = "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in plain.splitlines())
    case("all_quoted.csv", quoted, "CSV", RUN, **ROLES)
    german_quoted = "\n".join(",".join(f'"{cell}"' for cell in line.split(";")) for line in rows_of(RUN, ";", True).splitlines())
    case("quoted_decimal_comma.csv", german_quoted, "CSV", RUN, **ROLES, dialect=[("delimiter", "comma"), ("decimal", "comma")])
    thousands = {"step": [i * 1000.0 for i in range(N)], "lr": LR, "loss": LOSS}
    case("thousands_quoted.csv", "step,lr,loss\n" + "".join(f'"{i * 1000:,}",{LR[i]},{LOSS[i]}\n' for i in range(N)), "CSV",
         thousands, **ROLES)
    case("upper_exponent.csv", rows_of(RUN).replace("e-", "E-"), "CSV", RUN, **ROLES)
    fortran = "\n".join(f"{i}\t{LR[i]:.6e}\t{LOSS[i]:+.4f}" for i in range(N)) + "\n"
    case("signs.tsv", "step\tlr\tloss\n" + fortran, "TSV", RUN, **ROLES)
    repeated = plain + plain
    case("header_again.csv", repeated, "CSV", {k: v + v for k, v in RUN.items()}, **ROLES, skipped=[N + 2])
    case("broken_lines.csv", plain.replace("\n5,", "\nCUDA out of memory\n5,") + "12,0.3", "CSV",
         {"step": STEP + [12.0], "lr": LR + [0.3], "loss": LOSS + [None]}, **ROLES, skipped=[7])


def cells():
    ends = LOSS[:-2] + [math.inf, math.nan]
    case("inf_nan_end.csv", rows_of({**RUN, "loss": LOSS[:-2] + ["inf", "nan"]}), "CSV", {**RUN, "loss": ends}, **ROLES)
    spelled = ["NaN", "Infinity", "-inf", "nan", "", "None", "null", "N/A", "NA", "1e400", "#N/A", "-"]
    values = [None, math.inf, -math.inf, None, None, None, None, None, None, math.inf, None, None]
    case("words_for_nothing.csv", rows_of({"lr": LR, "loss": LOSS, "val_loss": spelled}), "CSV",
         {"lr": LR, "loss": LOSS, "val_loss": values}, lr="lr", loss="loss")
    case("tensor_cells.csv", "lr;loss\n" + "".join(f"[{LR[i]}];tensor({LOSS[i]}, device='cuda:0')\n" for i in range(N)), "CSV",
         {"lr": LR, "loss": LOSS}, lr="lr", loss="loss")
    case("dict_cells.csv", "lr,metrics,loss\n" + "".join(f"{LR[i]},{{'acc': 0.1, 'f1': {i}}},{LOSS[i]}\n" for i in range(N)), "CSV",
         {"lr": LR, "metrics": [None] * N, "loss": LOSS}, lr="lr", loss="loss")
    case("quoted_dict_cells.csv",
         "lr,metrics,loss\n" + "".join(f"{LR[i]},\"{{'acc': 0.1, 'f1': {i}}}\",{LOSS[i]}\n" for i in range(N)), "CSV",
         {"lr": LR, "metrics": [None] * N, "loss": LOSS}, lr="lr", loss="loss")
    case("array_cells.csv", "epoch,lr,loss\n" + "".join(f"{i},[{LR[i]}, {LR[i] / 10}],{LOSS[i]}\n" for i in range(N)), "CSV",
         {"epoch": STEP, "lr": LR, "loss": LOSS}, lr="lr", loss="loss", step="epoch")
    case("lr_zero.csv", rows_of({"lr": [0.0] + LR[1:], "loss": LOSS}), "CSV", {"lr": [0.0] + LR[1:], "loss": LOSS}, lr="lr", loss="loss")
    case("times.csv", "date,time,lr,loss\n" + "".join(f"2025-10-15 06:{i:02}:38,04:{i:02},{LR[i]},{LOSS[i]}\n" for i in range(N)), "CSV",
         {"date": [None] * N, "time": [None] * N, "lr": LR, "loss": LOSS}, lr="lr", loss="loss")
    case("percent.csv", "lr,acc,loss\n" + "".join(f"{LR[i]},{7 * i % 5}.5%,{LOSS[i]}\n" for i in range(N)), "CSV",
         {"lr": LR, "acc": [7 * i % 5 + 0.5 for i in range(N)], "loss": LOSS}, lr="lr", loss="loss")
    case("newline_in_cell.csv", "lr,note,loss\n" + "".join(f'{LR[i]},"a\nb",{LOSS[i]}\n' for i in range(N)), "CSV",
         {"lr": LR, "note": [None] * N, "loss": LOSS}, lr="lr", loss="loss")
    case("stray_quote.csv", "lr,note,loss\n" + "".join(f'{LR[i]},5" screen,{LOSS[i]}\n' for i in range(N)), "CSV",
         {"lr": LR, "note": [None] * N, "loss": LOSS}, lr="lr", loss="loss")


def names():
    logs = [math.log10(v) for v in LR]
    case("log10_lr.csv", rows_of({"step": STEP, "log10_lr": logs, "raw_loss": LOSS, "smoothed_loss": SMOOTH}), "CSV",
         {"step": STEP, "log10_lr": logs, "raw_loss": LOSS, "smoothed_loss": SMOOTH}, lr="log10_lr", loss="raw_loss", step="step",
         scale="LOG10")
    naturals = [math.log(v) for v in LR]
    case("ln_lr.csv", rows_of({"ln_lr": naturals, "loss": LOSS}), "CSV", {"ln_lr": naturals, "loss": LOSS}, lr="ln_lr", loss="loss",
         scale="LN")
    case("log_lr.csv", rows_of({"log(lr)": logs, "loss": LOSS}), "CSV", {"log(lr)": logs, "loss": LOSS}, lr="log(lr)", loss="loss",
         scale="LOG10")
    case("loss_first.csv", rows_of({"loss": LOSS, "val_loss": SMOOTH, "LR": LR}), "CSV", {"loss": LOSS, "val_loss": SMOOTH, "LR": LR},
         lr="LR", loss="loss")
    case("smoothed_first.csv", rows_of({"lr": LR, "smooth_loss": SMOOTH, "loss": LOSS}), "CSV",
         {"lr": LR, "smooth_loss": SMOOTH, "loss": LOSS}, lr="lr", loss="loss")
    case("smoothed_only.csv", rows_of({"lr": LR, "smoothed_loss": SMOOTH}), "CSV", {"lr": LR, "smoothed_loss": SMOOTH}, lr="lr",
         loss="smoothed_loss")
    case("base_and_current.csv", rows_of({"base_lr": [0.1] * N, "current_lr": LR, "train/loss": LOSS}), "CSV",
         {"base_lr": [0.1] * N, "current_lr": LR, "train/loss": LOSS}, lr="current_lr", loss="train/loss")
    case("distractors.csv",
         rows_of({"lr_scheduler_step": STEP, "weight_decay": [0.01] * N, "loss_scale": [65536.0] * N, "grad_norm": SMOOTH, "LearningRate": LR,
                  "Train Loss": LOSS}), "CSV",
         {"lr_scheduler_step": STEP, "weight_decay": [0.01] * N, "loss_scale": [65536.0] * N, "grad_norm": SMOOTH, "LearningRate": LR,
          "Train Loss": LOSS}, lr="LearningRate", loss="Train Loss", step="lr_scheduler_step")
    case("accuracy_only.csv", rows_of({"lr": LR, "accuracy": SMOOTH}), "CSV", {"lr": LR, "accuracy": SMOOTH}, lr="lr")
    case("x_y.csv", rows_of({"x": LR, "y": LOSS}), "CSV", {"x": LR, "y": LOSS}, lr="x", loss="y")
    twice = {"lr": LR, "loss": LOSS, "loss_2": SMOOTH}
    case("same_name_twice.csv", "lr,loss,loss\n" + rows_of(twice, header=False), "CSV", twice, lr="lr", loss="loss")
    sweeps = {"seed": [0.0] * N + [1.0] * N, "lr": LR + LR, "loss": LOSS + SMOOTH}
    case("two_sweeps.csv", rows_of(sweeps), "CSV", sweeps, lr="lr", loss="loss")
    ten = {"lr": LR[:10], "loss": LOSS[:10]}
    case("ten_points.csv", rows_of(ten), "CSV", ten, lr="lr", loss="loss")


def trainers():
    keras = {"epoch": STEP, "accuracy": SMOOTH, "learning_rate": LR, "loss": LOSS, "val_accuracy": SMOOTH, "val_loss": SMOOTH}
    case("keras.csv", rows_of(keras, end="\r\n"), "Keras CSVLogger", keras, lr="learning_rate", loss="loss", step="epoch")
    lightning = {"epoch": [], "lr-Adam": [], "step": [], "train_loss": [], "val_loss": []}
    for i in range(N):
        for row in ((None, LR[i], i * 50.0, None, None), (i // 4, None, i * 50.0 + 49, LOSS[i], None)):
            for column, value in zip(lightning.values(), row):
                column.append(value)
    case("lightning.csv", rows_of(lightning, end="\r\n"), "Lightning metrics", lightning, lr="lr-Adam", loss="train_loss", step="step")
    epochs = {"train_loss_step": [v for v in LOSS], "train_loss_epoch": [None] * (N - 1) + [1.5], "lr-SGD": LR, "epoch": [0.0] * N,
              "step": STEP}
    case("lightning_step_and_epoch.csv", rows_of(epochs), "Lightning metrics", epochs, lr="lr-SGD", loss="train_loss_step", step="step")
    yolo = {"epoch": STEP, "train/box_loss": LOSS, "val/box_loss": SMOOTH, "metrics/mAP_0.5": SMOOTH, "x/lr0": LR, "x/lr1": LR}
    padded = "\n".join(",".join(cell.rjust(20) for cell in line.split(",")) for line in rows_of(yolo).splitlines()) + "\n"
    case("yolov5.csv", padded, "YOLO results", yolo, lr="x/lr0", loss="train/box_loss", step="epoch")
    yolo8 = {"epoch": STEP, "time": SMOOTH, "train/box_loss": LOSS, "metrics/mAP50(B)": SMOOTH, "lr/pg0": LR, "lr/pg1": LR}
    case("yolov8.csv", rows_of(yolo8), "YOLO results", yolo8, lr="lr/pg0", loss="train/box_loss", step="epoch")
    name = "brisk-sun-12.5 - train/"
    wandb = {"Step": STEP, name + "lr": LR, name + "lr__MIN": LR, name + "lr__MAX": LR, name + "loss": LOSS[:-1] + [None]}
    wandb_text = "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in rows_of(wandb).splitlines())
    case("wandb.csv", wandb_text, "Weights & Biases export", wandb, lr=name + "lr", loss=name + "loss", step="Step")
    tensorboard = {"Wall time": [1680744062.5 + i for i in range(N)], "Step": STEP, "Value": LOSS}
    case("run-train-tag-loss.csv", rows_of(tensorboard, end="\r\n"), "TensorBoard scalar CSV", tensorboard, loss="Value", step="Step")
    rates = {**tensorboard, "Value": LR}
    case("run-train-tag-learning_rate.csv", rows_of(rates, end="\r\n"), "TensorBoard scalar CSV", rates, lr="Value", step="Step")
    flair = {"ITERATION": STEP, "TIMESTAMP": [f"12:00:{i:02}" for i in range(N)], "LEARNING_RATE": LR, "TRAIN_LOSS": LOSS}
    case("flair.tsv", rows_of(flair, "\t"), "flair log", flair, lr="LEARNING_RATE", loss="TRAIN_LOSS", step="ITERATION")
    timm = {"epoch": STEP, "train_loss": LOSS, "eval_loss": SMOOTH, "eval_top1": SMOOTH, "lr": LR}
    case("timm_summary.csv", rows_of(timm), "CSV", timm, lr="lr", loss="train_loss", step="epoch")
    llmc = "".join(f"s:{i} trl:{LOSS[i]:.4f} lr:{LR[i]:.6e} norm:1.50\n" + (f"s:{i} tel:{SMOOTH[i]:.4f}\n" if i % 4 == 3 else "")
                   for i in range(N))
    columns = {"s": [], "trl": [], "lr": [], "norm": [], "tel": []}
    for i in range(N):
        for row in [(i, LOSS[i], LR[i], 1.5, None)] + ([(i, None, None, None, SMOOTH[i])] if i % 4 == 3 else []):
            for column, value in zip(columns.values(), row):
                column.append(value)
    case("llmc_main.log", llmc, "log of names and numbers", columns, lr="lr", loss="trl", step="s")
    fastai = {"epoch": STEP, "train_loss": LOSS, "valid_loss": SMOOTH, "accuracy": SMOOTH, "time": [f"04:{i:02}" for i in range(N)]}
    case("fastai_history.csv", rows_of(fastai), "fastai history", fastai, loss="train_loss", step="epoch")
    printed = "".join(f"2024-01-01 10:00:{i:02} INFO step {i} | loss: {LOSS[i]} | lr={LR[i]}\n" for i in range(N))
    d2 = "".join(f"[01/01 10:00:{i:02} d2.utils.events]: eta: 0:10:00  iter: {i}  total_loss: {LOSS[i]}  lr: {LR[i]}  max_mem: 4000M\n"
                 for i in range(N))
    case("detectron2_printed.log", d2, "log of names and numbers", {"iter": STEP, "total_loss": LOSS, "lr": LR}, lr="lr",
         loss="total_loss", step="iter")
    fairseq = "".join('2022-01-01 10:00:00 | INFO | train_inner | ' + json.dumps({"num_updates": str(i), "lr": str(LR[i]), "loss": str(LOSS[i])})
                      + "\n" for i in range(N))
    case("fairseq.log", fairseq, "log of names and numbers", {"num_updates": STEP, "lr": LR, "loss": LOSS}, lr="lr", loss="loss",
         step="num_updates")
    megatron = "".join(f" iteration {i:8}/ 5000 | elapsed time (ms): 12.5 | learning rate: {LR[i]:.4E} | lm loss: {LOSS[i]:.6E} |\n"
                       for i in range(N))
    case("megatron.log", megatron, "log of names and numbers", {"iteration": STEP, "learning rate": LR, "loss": LOSS}, lr="learning rate",
         loss="loss", step="iteration")
    case("printed.log", "Loading data\n" + printed, "log of names and numbers", {"step": STEP, "loss": LOSS, "lr": LR},
         lr="lr", loss="loss", step="step", skipped=[1])
    hf_print = "".join(f"{{'loss': {LOSS[i]}, 'grad_norm': 1.5, 'learning_rate': {LR[i]}, 'epoch': {i / 4}}}\n" for i in range(N))
    hf = {"loss": LOSS, "grad_norm": [1.5] * N, "learning_rate": LR, "epoch": [i / 4 for i in range(N)]}
    case("hf_printed.log", hf_print, "JSON lines", hf, lr="learning_rate", loss="loss", step="epoch", dialect=[("syntax", "Python")])
    progress = "  8%|8         | 1/12 [00:03<00:33,  3.07s/it]\n" + hf_print
    case("hf_printed_with_progress.log", progress, "log of names and numbers", hf, lr="learning_rate", loss="loss", step="epoch", skipped=[1])
    nano = "".join(f"iter {i}: loss {LOSS[i]:.4f}, time {5000 + i}.12ms, mfu -100.00%\n" for i in range(N))
    case("nanogpt.log", nano, "log of names and numbers", {"iter": STEP, "loss": LOSS}, loss="loss", step="iter")
    spoken = "".join(f"Epoch {i}: learning rate: {LR[i]} train loss: {LOSS[i]}\n" for i in range(N))
    case("spoken.log", spoken, "log of names and numbers", {"Epoch": STEP, "learning rate": LR, "train loss": LOSS},
         lr="learning rate", loss="train loss", step="Epoch")
    tensors = "{'lr': [" + ", ".join(f"tensor({v}, device='cuda:0')" for v in LR) + "], 'loss': " + repr(tuple(LOSS)) + ", 'best': None}"
    case("tensors.txt", tensors, "JSON object of arrays", {"lr": LR, "loss": LOSS}, lr="lr", loss="loss")


def jsons():
    arrays = {"lr": LR, "loss": LOSS}
    case("lightning_results.json", json.dumps(arrays), "JSON object of arrays", arrays, lr="lr", loss="loss")
    plural = {"lrs": LR, "losses": LOSS}
    case("lrs_losses.json", json.dumps({**plural, "optimal_lr": 1e-3, "model": "x"}, indent=2), "JSON object of arrays", plural, lr="lrs",
         loss="losses")
    case("history.json", json.dumps({"best_loss": 0.7, "history": arrays}), "JSON object of arrays", arrays, lr="lr", loss="loss")
    case("ignite.json", json.dumps({"num_iter": list(range(N)), "lr": [[v, v / 10] for v in LR], "loss": LOSS}), "JSON object of arrays",
         {"num_iter": STEP, "lr": LR, "loss": LOSS}, lr="lr", loss="loss", step="num_iter")
    case("ignite_transposed.json", json.dumps({"lr": [LR, [v / 10 for v in LR]], "loss": LOSS}), "JSON object of arrays", arrays, lr="lr",
         loss="loss")
    records = [{"step": i, "lr": LR[i], "loss": LOSS[i]} for i in range(N)]
    case("records.json", json.dumps(records, indent=1), "JSON array of objects", RUN, **ROLES)
    case("records_inside.json", json.dumps({"meta": {"seed": 3}, "results": records}), "JSON array of objects", RUN, **ROLES)
    case("pandas.json", json.dumps({k: {str(i): v for i, v in enumerate(c)} for k, c in RUN.items()}), "JSON object of arrays", RUN, **ROLES)
    case("pandas_index.json", json.dumps({str(i): r for i, r in enumerate(records)}), "JSON objects", RUN, **ROLES)
    case("pandas_split.json", json.dumps({"columns": list(RUN), "index": list(range(N)), "data": [list(r.values()) for r in records]}),
         "JSON array of arrays", RUN, **ROLES)
    case("pairs.json", json.dumps([[LR[i], LOSS[i]] for i in range(N)]), "JSON array of arrays", {"column 1": LR, "column 2": LOSS},
         lr="column 1", loss="column 2")
    case("two_arrays.json", json.dumps([LR, LOSS]), "JSON array of arrays", {"column 1": LR, "column 2": LOSS}, lr="column 1", loss="column 2")
    case("lines.jsonl", "".join(json.dumps(r) + "\n" for r in records), "JSON lines", RUN, **ROLES)
    lines = "".join(json.dumps(r) + "\n" for r in records)
    case("lines_torn.jsonl", lines + '{"step": 12, "lr": 0.3, "lo', "JSON lines", RUN, **ROLES, skipped=[N + 1])
    dotted = "{}\n" + "".join(json.dumps({"iteration": i, "lr": LR[i], "total_loss": LOSS[i], "loss_cls": SMOOTH[i]}) + "\n" for i in range(N))
    case("metrics_leading_empty.json", dotted, "JSON lines",
         {"iteration": STEP, "lr": LR, "total_loss": LOSS, "loss_cls": SMOOTH}, lr="lr", loss="total_loss", step="iteration")
    detr = "".join(json.dumps({"train_lr": LR[i], "train_loss": LOSS[i] if i else math.nan, "test_loss": SMOOTH[i], "test_coco": [0.1, 0.2],
                               "epoch": i}) + "\n" for i in range(N))
    case("detr_log.txt", detr, "JSON lines",
         {"train_lr": LR, "train_loss": [None] + LOSS[1:], "test_loss": SMOOTH, "test_coco": [0.1] * N, "test_coco/1": [0.2] * N,
          "epoch": STEP}, lr="train_lr", loss="train_loss", step="epoch")
    mm = '{"env_info": "sys.platform: linux", "seed": 0}\n' + "".join(
        json.dumps({"mode": "train", "epoch": 1, "iter": i, "lr": LR[i], "loss": LOSS[i]}) + "\n" for i in range(N))
    case("openmmlab.log.json", mm, "JSON lines", {"env_info": [None] * (N + 1), "seed": [0.0] + [None] * N, "mode": [None] * (N + 1), "epoch": [None] + [1.0] * N,
         "iter": [None] + STEP, "lr": [None] + LR, "loss": [None] + LOSS}, lr="lr", loss="loss", step="iter")
    history = []
    for i in range(N):
        history.append({"epoch": i / 4, "grad_norm": 1.5, "learning_rate": LR[i], "loss": LOSS[i], "step": i})
    history.append({"epoch": 3.0, "eval_loss": 0.5, "step": 11})
    state = {"best_metric": None, "epoch": 3.0, "global_step": 11, "log_history": history, "max_steps": 12}
    columns = {key: [r.get(key) for r in history] for key in ("epoch", "grad_norm", "learning_rate", "loss", "step", "eval_loss")}
    case("trainer_state.json", json.dumps(state, indent=2), "Hugging Face trainer state", columns, lr="learning_rate", loss="loss", step="step")
    case("bare_words.json", '{"lr": [' + ", ".join(map(repr, LR)) + '], "loss": [' + ", ".join(map(repr, LOSS[:-2])) + ", Infinity, NaN]}",
         "JSON object of arrays", {"lr": LR, "loss": LOSS[:-2] + [math.inf, None]}, lr="lr", loss="loss")
    case("nulls.json", json.dumps({"lr": LR, "loss": LOSS[:-1] + [None]}), "JSON object of arrays",
         {"lr": LR, "loss": LOSS[:-1] + [None]}, lr="lr", loss="loss")
    case("number_texts.json", json.dumps({"lr": [str(v) for v in LR], "loss": [str(v) for v in LOSS]}), "JSON object of arrays", arrays,
         lr="lr", loss="loss")
    case("unequal_lengths.json", json.dumps({"lr": LR, "loss": LOSS, "val_loss": [1.0, 2.0]}), "JSON object of arrays", arrays, lr="lr",
         loss="loss")
    case("one_longer.json", json.dumps({"lr": LR + [0.5], "loss": LOSS}), "JSON object of arrays", {"lr": LR + [0.5], "loss": LOSS + [None]},
         lr="lr", loss="loss")
    case("python_repr.txt", repr({"lr": LR, "loss": LOSS[:-1] + [math.nan]}), "JSON object of arrays",
         {"lr": LR, "loss": LOSS[:-1] + [None]}, lr="lr", loss="loss")
    case("python_records.txt", repr(records), "JSON array of objects", RUN, **ROLES)
    case("utf16.json", json.dumps(arrays).encode("utf-16"), "JSON object of arrays", arrays, lr="lr", loss="loss")
    case("bom_crlf.json", b"\xef\xbb\xbf" + json.dumps(arrays, indent=1).replace("\n", "\r\n").encode(), "JSON object of arrays", arrays,
         lr="lr", loss="loss")
    case("two_documents.json", json.dumps(records[0], indent=1) + "\n" + "\n".join(json.dumps(r, indent=1) for r in records[1:]),
         "JSON objects", RUN, **ROLES)


def several_runs():
    both = {"lr": LR + LR, "loss": LOSS + SMOOTH}
    runs = [{"lr": LR, "loss": LOSS, "seed": 0}, {"lr": LR, "loss": SMOOTH, "seed": 1}]
    case("list_of_runs.json", json.dumps(runs), "JSON object of arrays", both, lr="lr", loss="loss")
    case("list_of_runs_inside.json", json.dumps({"device": "cpu", "runs": runs}), "JSON object of arrays", both, lr="lr", loss="loss")
    case("runs_by_name.json", json.dumps({"adam": runs[0], "sgd": {"history": runs[1]}}), "JSON object of arrays", both, lr="lr", loss="loss")
    case("runs.jsonl", "".join(json.dumps(run) + "\n" for run in runs), "JSON object of arrays", both, lr="lr", loss="loss")
    train = {"loss": LOSS, "acc": SMOOTH}
    case("train_and_val.json", json.dumps({"train": {**train, "lr": LR}, "val": train}), "JSON object of arrays", {**train, "lr": LR},
         lr="lr", loss="loss")
    logs = {"log_lrs": [math.log10(v) for v in LR], "losses": LOSS}
    case("log_lrs.json", json.dumps(logs), "JSON object of arrays", logs, lr="log_lrs", loss="losses", scale="LOG10")
    keyed = {"key": LR, "value": LOSS}
    case("keyed_by_rate.json", json.dumps({f"{LR[i]}": LOSS[i] for i in range(N)}), "JSON object of arrays", keyed, lr="key", loss="value")
    grid = [{"lr": LR[i], "val_loss": LOSS[i], "acc": SMOOTH[i]} for i in range(N)]
    case("grid.json", json.dumps({"results": grid}), "JSON array of objects", {"lr": LR, "val_loss": LOSS, "acc": SMOOTH}, lr="lr",
         loss="val_loss")


def varint(value):
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def chunk(field, data):
    return varint(field << 3 | 2) + varint(len(data)) + data


def record(event):
    return struct.pack("<QI", len(event), 0) + event + struct.pack("<I", 0)


def scalar(step, tag, value, tensor=False):
    held = chunk(8, varint(1 << 3) + varint(1) + chunk(4, struct.pack("<f", value))) if tensor else varint(2 << 3 | 5) + struct.pack("<f", value)
    summary = chunk(1, chunk(1, tag.encode()) + held)
    return record(varint(1 << 3 | 1) + struct.pack("<d", 1.68e9 + step) + varint(2 << 3) + varint(step) + chunk(5, summary))


def event_files():
    single = [struct.unpack("<f", struct.pack("<f", v))[0] for v in LR]
    losses = [struct.unpack("<f", struct.pack("<f", v))[0] for v in LOSS]
    start = record(varint(1 << 3 | 1) + struct.pack("<d", 1.68e9) + chunk(3, b"brain.Event:2"))
    columns = {"step": STEP, "lr": single, "loss/train": losses}
    for name, tensor in (("events.out.tfevents.1", False), ("events.out.tfevents.2", True)):
        data = start + b"".join(scalar(i, "lr", LR[i], tensor) + scalar(i, "loss/train", LOSS[i], tensor) for i in range(N))
        case(name, data, "TensorBoard event file", columns, lr="lr", loss="loss/train", step="step")
    torn = start + b"".join(scalar(i, "lr", LR[i]) + scalar(i, "loss/train", LOSS[i]) for i in range(N)) + scalar(12, "lr", 1.0)[:20]
    case("events.out.tfevents.3", torn, "TensorBoard event file", columns, lr="lr", loss="loss/train", step="step", skipped=[2 * N + 2])


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        if old.is_file():
            old.unlink()
    for group in (bytes_and_dialects, cells, names, trainers, jsons, several_runs, event_files):
        group()
