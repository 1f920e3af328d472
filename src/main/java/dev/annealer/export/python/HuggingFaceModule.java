package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Metric;
import dev.annealer.document.Numbers;
import dev.annealer.document.Training;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;


/// Writes one module of Transformers.
final class HuggingFaceModule {
    private final ExportInput input;
    private final Document document;
    private final Schedule schedule;
    private final Lines body = new Lines();

    HuggingFaceModule(ExportInput input) {
        this.input = input;
        this.document = input.document();
        this.schedule = input.schedule();
    }

    String write(TransformersSchedule found) {
        List<String> arguments = found.arguments().entrySet().stream()
                .map(argument -> PythonText.string(argument.getKey()) + ": " + argument.getValue())
                .toList();
        var own = new ArrayList<String>();
        own.add("max_steps=TOTAL_STEPS");
        own.add("learning_rate=LR");
        own.add("lr_scheduler_type=" + PythonText.string(found.name()));
        if (found.warmup() > 0) {
            own.add("warmup_steps=WARMUP_STEPS");
        }
        writeTrainingArguments(own, arguments);
        var call = new ArrayList<>(List.of(PythonText.string(found.name()), "optimizer"));
        if (!found.name().equals("constant")) {
            call.add("num_warmup_steps=" + (found.warmup() > 0 ? "WARMUP_STEPS" : "0"));
        }
        if (found.needsTotal()) {
            call.add("num_training_steps=TOTAL_STEPS");
        }
        writeGetScheduler(call, arguments);
        return finished("TOTAL_STEPS = " + schedule.steps() + "  # optimizer steps\n"
                + (found.warmup() > 0 ? "WARMUP_STEPS = " + found.warmup() + "\n" : ""));
    }

    /// A plateau steps after each evaluation.
    String write(ReduceLROnPlateau plateau) {
        List<String> arguments = NativeSchedulers.plateau(plateau.settings()).stream()
                .map(argument -> PythonText.string(argument.substring(0, argument.indexOf('='))) + ": "
                        + argument.substring(argument.indexOf('=') + 1))
                .toList();
        Metric metric = document.metric();
        boolean rises = plateau.settings().mode() == ReduceLROnPlateau.Mode.MAX;
        String name = metric == null || metric.name().isBlank() ? "eval_loss" : metric.name();
        writeTrainingArguments(
                List.of("num_train_epochs=EPOCHS", "learning_rate=LR", "lr_scheduler_type=\"reduce_lr_on_plateau\"",
                        "eval_strategy=\"epoch\"", "metric_for_best_model=" + PythonText.string(name),
                        "greater_is_better=" + (rises ? "True" : "False")),
                arguments);
        writeGetScheduler(List.of("\"reduce_lr_on_plateau\"", "optimizer"), arguments);
        return finished("EPOCHS = " + schedule.steps() + "\n");
    }

    private String finished(String constants) {
        String text = body.toString();
        var names = new ArrayList<String>();
        if (text.contains("TrainingArguments(")) {
            names.add("TrainingArguments");
        }
        if (text.contains("get_scheduler(")) {
            names.add("get_scheduler");
        }
        String lr = "LR = " + Numbers.format(schedule.groups().getFirst().baseLr())
                + (schedule.groups().size() > 1 ? "  # of the first group" : "") + "\n";
        return ModuleHeader.write(input, "huggingface", List.of())
                + "from transformers import " + String.join(", ", names) + "\n\n" + constants + lr + body;
    }

    private void writeTrainingArguments(List<String> own, List<String> schedulerArguments) {
        if (schedule.groups().size() > 1) {
            return;
        }
        var items = new ArrayList<String>(List.of("\"output_dir\": output_dir"));
        own.forEach(argument -> items.add(
                PythonText.string(argument.substring(0, argument.indexOf('='))) + ": " + argument.substring(argument.indexOf('=') + 1)));
        addTraining(items);
        body.blank(2).add("def training_arguments(output_dir: str, **more) -> TrainingArguments:").indent();
        body.add("\"\"\"For a Trainer; `more` is added, or takes the place of what is here.\"\"\"");
        body.add("arguments = {").indent();
        items.forEach(item -> body.add(item + ","));
        if (!schedulerArguments.isEmpty()) {
            PythonText.bracketedItem(body, "\"lr_scheduler_kwargs\": {", schedulerArguments, "}");
        }
        body.outdent().add("}").add("return TrainingArguments(**{**arguments, **more})").outdent();
    }

    private void addTraining(List<String> items) {
        Training training = document.training();
        if (training.accumulation().count().orElse(1) > 1) {
            items.add("\"gradient_accumulation_steps\": " + training.accumulation().count().getAsLong());
        }
        // Its default is to clip at 1.
        items.add("\"max_grad_norm\": " + (training.clipGradNorm().isBlank() ? "0.0" : Numbers.format(training.clipGradNorm().number().orElseThrow())));
        var optimizer = document.optimizer();
        if (KnownOptimizer.named(optimizer.type()).orElse(null) == KnownOptimizer.ADAMW) {
            items.add("\"optim\": \"adamw_torch\"");
            if (optimizer.betas() != null) {
                items.add("\"adam_beta1\": " + Numbers.format(optimizer.betas().first().number().orElseThrow()));
                items.add("\"adam_beta2\": " + Numbers.format(optimizer.betas().second().number().orElseThrow()));
            }
            if (!optimizer.weightDecay().isBlank()) {
                items.add("\"weight_decay\": " + Numbers.format(optimizer.weightDecay().number().orElseThrow()));
            }
        }
    }

    private void writeGetScheduler(List<String> all, List<String> arguments) {
        body.blank(2).add("def build_scheduler(optimizer):").indent();
        body.add("\"\"\"For a loop of your own.\"\"\"");
        if (arguments.isEmpty()) {
            PythonText.bracketed(body, "return get_scheduler", "(", all, ")");
        } else {
            body.add("return get_scheduler(").indent();
            all.forEach(argument -> body.add(argument + ","));
            PythonText.bracketedItem(body, "scheduler_specific_kwargs={", arguments, "}");
            body.outdent().add(")");
        }
        body.outdent();
    }
}
