package dev.annealer.storage;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.LrFinderRecord;
import dev.annealer.document.Metric;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.Series;
import dev.annealer.document.Silenced;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// JSON text to a document. Strict: what is not of the format is a problem with its place. Whether the numbers make a
/// schedule is not asked here.
public final class DocumentReader {
    private static final int MOST_STAGES = 1000;
    private static final int MOST_GROUPS = 1000;
    private static final int MOST_VALUES = 1_000_000;
    private static final List<String> KEYS = List.of(
            "annealer", "name", "notes", "training", "optimizer", "schedule", "metric", "lr_finder", "silenced");
    private static final List<String> TRAINING_KEYS = List.of(
            "epochs", "steps_per_epoch", "steps", "batch_size", "accumulation", "clip_grad_norm", "architecture",
            "parameters", "from_pretrained");
    private static final List<String> OPTIMIZER_KEYS =
            List.of("type", "lr", "weight_decay", "momentum", "nesterov", "betas", "param_groups");

    private static final List<String> APPLIED_TO = List.of("base_lr", "max_lr");

    private final Strictness strictness;
    private final List<Problem> problems = new ArrayList<>();

    private DocumentReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /// A saved document.
    ///
    /// @param bytes JSON in UTF-8
    /// @throws DocumentException with all that is not of the format
    public static Document read(byte[] bytes) throws DocumentException {
        return new DocumentReader(Strictness.DOCUMENT).document(Json.parse(bytes));
    }

    /// Unsaved work, see {@link DocumentWriter#writeDraft(Document)}.
    static Document readDraft(byte[] bytes) throws DocumentException {
        return new DocumentReader(Strictness.DRAFT).document(Json.parse(bytes));
    }

    private Document document(JsonNode root) throws DocumentException {
        var reader = new ObjectReader(root, Place.DOCUMENT, strictness, problems);
        if (problems.isEmpty()) {
            checkVersion(reader);
        }
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
        reader.allowOnly(KEYS);
        ObjectReader schedule = reader.object("schedule");
        StepUnit stepOn = stepOn(schedule);
        var document = new Document(
                reader.text("name").orElse(""),
                reader.text("notes").orElse(""),
                training(reader.object("training"), stepOn),
                optimizer(reader.object("optimizer")),
                new ScheduleSpec(stepOn, stages(schedule)),
                reader.has("metric") ? metric(reader.object("metric")) : null,
                reader.has("lr_finder") ? lrFinder(reader.object("lr_finder")) : null,
                silenced(reader));
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
        return document;
    }

    private void checkVersion(ObjectReader reader) {
        if (!reader.has("annealer")) {
            reader.problem(Place.DOCUMENT.at("annealer"), "is missing", "a document begins with \"annealer\": 1");
            return;
        }
        Input version = reader.count("annealer");
        long number = version.count().orElse(Document.FORMAT_VERSION);
        if (number > Document.FORMAT_VERSION) {
            reader.problem(Place.DOCUMENT.at("annealer"), "format " + number + " is newer than this program", "update Annealer");
        } else if (number < Document.FORMAT_VERSION) {
            reader.problem(Place.DOCUMENT.at("annealer"), "there is no format " + number, "write \"annealer\": 1");
        }
    }

    private StepUnit stepOn(ObjectReader schedule) {
        schedule.allowOnly(List.of("step_on", "stages"));
        schedule.require("step_on", "say \"epoch\" or \"batch\"");
        return schedule.word("step_on", List.of("epoch", "batch"), StepUnit::named).orElse(StepUnit.EPOCH);
    }

    private Training training(ObjectReader reader, StepUnit stepOn) {
        reader.allowOnly(TRAINING_KEYS);
        if (reader.has("steps")) {
            checkSizedInSteps(reader, stepOn);
        } else {
            reader.require("epochs", "say how many epochs, or give training.steps");
            if (stepOn == StepUnit.BATCH) {
                reader.require("steps_per_epoch", "the scheduler steps once a batch: say how many steps an epoch has");
            }
        }
        return new Training(
                reader.count("epochs"),
                reader.count("steps_per_epoch"),
                reader.count("steps"),
                reader.count("batch_size"),
                reader.count("accumulation"),
                reader.number("clip_grad_norm"),
                architecture(reader),
                reader.count("parameters"),
                reader.flag("from_pretrained").orElse(null));
    }

    private void checkSizedInSteps(ObjectReader reader, StepUnit stepOn) {
        if (reader.isDraft()) {
            return;
        }
        for (String key : List.of("epochs", "steps_per_epoch")) {
            if (reader.has(key)) {
                reader.problem(
                        reader.place().at(key), "stands beside training.steps", "size the run in steps or in epochs, not both");
            }
        }
        if (stepOn == StepUnit.EPOCH) {
            reader.problem(
                    new Place("schedule.step_on"),
                    "a run sized in steps has no epochs to step on",
                    "use \"batch\", or give training.epochs in place of training.steps");
        }
    }

    private static @Nullable Architecture architecture(ObjectReader reader) {
        List<String> options = Arrays.stream(Architecture.values()).map(Architecture::key).toList();
        return reader.word("architecture", options, Architecture::named).orElse(null);
    }

    private Optimizer optimizer(ObjectReader reader) {
        reader.allowOnly(OPTIMIZER_KEYS);
        reader.require("type", "name the optimizer, for example \"AdamW\"");
        reader.require("lr", "give the base learning rate");
        return new Optimizer(
                reader.text("type").orElse(""),
                reader.number("lr"),
                reader.number("weight_decay"),
                reader.number("momentum"),
                reader.flag("nesterov").orElse(null),
                reader.has("betas") ? betas(reader) : null,
                groups(reader));
    }

    private static Optimizer.@Nullable Betas betas(ObjectReader reader) {
        List<Input> betas = reader.numbers("betas", 2).items();
        if (betas.size() != 2) {
            reader.problem(reader.place().at("betas"), "is not a pair of numbers", "write two, such as [0.9, 0.999]");
            return null;
        }
        return new Optimizer.Betas(betas.get(0), betas.get(1));
    }

    private List<ParamGroup> groups(ObjectReader reader) {
        var names = new HashSet<String>();
        List<ParamGroup> groups = reader.list(
                "param_groups", MOST_GROUPS, (node, where) -> group(reader.inside(node, where), names));
        boolean isEmptyList = reader.node("param_groups").filter(node -> node.isArray() && node.isEmpty()).isPresent();
        if (isEmptyList) {
            reader.problem(reader.place().at("param_groups"), "is empty", "leave it out, or give at least one group");
        }
        return groups;
    }

    private static ParamGroup group(ObjectReader reader, HashSet<String> names) {
        reader.allowOnly(List.of("name", "lr", "weight_decay"));
        reader.require("name", "name the group, for example \"backbone\"");
        reader.require("lr", "each group has its own learning rate");
        String name = reader.text("name").orElse("");
        boolean isAgain = reader.has("name") && !names.add(name);
        if (isAgain && !reader.isDraft()) {
            reader.problem(
                    reader.place().at("name"), "`" + name + "` is the name of another group too", "give each group its own name");
        }
        return new ParamGroup(name, reader.number("lr"), reader.number("weight_decay"));
    }

    private static List<Stage> stages(ObjectReader reader) {
        reader.require("stages", "give at least one stage");
        List<Stage> stages = reader.list(
                        "stages", MOST_STAGES, (node, where) -> SchedulerReader.stage(reader.inside(node, where)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        boolean isEmptyList = reader.node("stages").filter(node -> node.isArray() && node.isEmpty()).isPresent();
        if (isEmptyList && !reader.isDraft()) {
            reader.problem(Place.STAGES, "is empty", "add a stage such as {\"scheduler\": \"CosineAnnealingLR\"}");
        }
        return stages;
    }

    private static Metric metric(ObjectReader reader) {
        reader.allowOnly(List.of("name", "values"));
        reader.require("name", "name the metric, for example \"val_loss\"");
        reader.require("values", "give the list of its values");
        double[] values = reader.numbers("values", MOST_VALUES).items().stream()
                .mapToDouble(value -> value.number().orElse(Double.NaN))
                .toArray();
        return new Metric(reader.text("name").orElse(""), Series.of(values));
    }

    private static LrFinderRecord lrFinder(ObjectReader reader) {
        reader.allowOnly(List.of("source", "method", "lr", "applied_to", "multiplier"));
        reader.require("lr", "give the learning rate that was picked");
        return new LrFinderRecord(
                reader.text("source").orElse(""),
                reader.text("method").orElse(""),
                reader.number("lr"),
                reader.word("applied_to", APPLIED_TO, word -> Optional.of(word).filter(APPLIED_TO::contains)).orElse(""),
                reader.number("multiplier"));
    }

    private static List<Silenced> silenced(ObjectReader reader) {
        return reader.list("silenced", MOST_STAGES, (node, where) -> {
            ObjectReader inner = reader.inside(node, where);
            inner.allowOnly(List.of("rule", "reason"));
            inner.require("rule", "name the rule");
            inner.require("reason", "say why, for those who read this later");
            return new Silenced(inner.text("rule").orElse(""), inner.text("reason").orElse(""));
        });
    }
}
