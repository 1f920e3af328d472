package dev.annealer.storage;

import dev.annealer.document.Architecture;
import dev.annealer.document.Bounds;
import dev.annealer.document.Numbers;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/// Writes the JSON Schema of the document from the catalogue of schedulers: keys, bounds and defaults are said once, there.
final class SchemaGenerator {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String ID = "urn:annealer:document:1";
    private static final String SHARE = "^(?!0*(?:\\.0+)?%$)0*(?:100(?:\\.0+)?|[0-9]{1,2}(?:\\.[0-9]+)?)%$";
    private static final String EPOCHS = "^(?!0*(?:\\.0+)?ep$)[0-9]+(?:\\.[0-9]+)?ep$";
    private static final Bounds BETA = Bounds.closedOpen(0, 1);
    private static final Set<SchedulerType> MEMBERS = Set.of(
            SchedulerType.CONSTANT_LR,
            SchedulerType.LINEAR_LR,
            SchedulerType.STEP_LR,
            SchedulerType.MULTI_STEP_LR,
            SchedulerType.EXPONENTIAL_LR,
            SchedulerType.POLYNOMIAL_LR,
            SchedulerType.COSINE_ANNEALING_LR,
            SchedulerType.MULTIPLICATIVE_LR);

    private SchemaGenerator() {}

    static String schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", DIALECT);
        schema.put("$id", ID);
        schema.put("title", "Annealer document");
        schema.put("description", "The learning-rate schedule of a training run, format 1.");
        schema.putAll(object(
                List.of("annealer", "training", "optimizer", "schedule"),
                properties(
                        "annealer", of("description", "The version of the format.", "type", "integer", "const", 1),
                        "name", text("The document's name; left out, the file's name serves."),
                        "notes", text("Free text."),
                        "training", ref("training"),
                        "optimizer", ref("optimizer"),
                        "schedule", ref("schedule"),
                        "metric", ref("metric"),
                        "lr_finder", ref("lr_finder"),
                        "silenced", list(ref("silenced"), 0, 1000, "Rules of the linter that this document does not want to hear of."))));
        schema.put("allOf", List.of(sizedInSteps(), sizedInEpochsByBatch()));
        schema.put("$defs", definitions());
        return print(schema);
    }

    private static Map<String, Object> sizedInSteps() {
        return of(
                "if", inside("training", required("steps")),
                "then", inside("schedule", inside("step_on", of("const", "batch"))));
    }

    private static Map<String, Object> sizedInEpochsByBatch() {
        var byBatchInEpochs = new LinkedHashMap<>(required("schedule"));
        byBatchInEpochs.put(
                "properties",
                of(
                        "schedule", with(inside("step_on", of("const", "batch")), "required", List.of("step_on")),
                        "training", of("not", required("steps"))));
        return of("if", byBatchInEpochs, "then", inside("training", required("steps_per_epoch")));
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> definitions = of(
                "training", training(),
                "optimizer", optimizer(),
                "param_group", paramGroup(),
                "schedule", schedule(),
                "length", length(),
                "stage", stage(List.of("scheduler", "length", "enabled"), Arrays.asList(SchedulerType.values()), ""),
                "member", stage(List.of("scheduler"), Arrays.stream(SchedulerType.values()).filter(MEMBERS::contains).toList(), "Member"),
                "metric", metric(),
                "lr_finder", lrFinder(),
                "silenced", silenced());
        for (SchedulerType type : SchedulerType.values()) {
            definitions.put(type.pytorchName(), scheduler(type, true));
        }
        for (SchedulerType type : SchedulerType.values()) {
            if (MEMBERS.contains(type)) {
                definitions.put(type.pytorchName() + "Member", scheduler(type, false));
            }
        }
        return definitions;
    }

    private static Map<String, Object> training() {
        Map<String, Object> training = object(
                List.of(),
                properties(
                        "epochs", count(1, "Epochs of the run. Goes without `steps`."),
                        "steps_per_epoch",
                                count(1, "Optimizer steps in an epoch, gradient accumulation divided out. Needed when the scheduler steps once a batch."),
                        "steps", count(1, "The run's size in optimizer steps, in place of epochs."),
                        "batch_size", count(1, "The global batch size: all devices and accumulation included."),
                        "accumulation", count(1, "Batches for each optimizer step."),
                        "clip_grad_norm", real(Bounds.POSITIVE, "The norm to which gradients are clipped."),
                        "architecture",
                                with(
                                        words(Arrays.stream(Architecture.values()).map(Architecture::key).toList()),
                                        "description",
                                        "The kind of model; it serves the advice."),
                        "parameters", count(1, "Parameters of the model."),
                        "from_pretrained", flag("Whether the training starts from pretrained weights.")));
        training.put(
                "oneOf",
                List.of(
                        required("epochs"),
                        with(
                                required("steps"),
                                "properties",
                                of("epochs", false, "steps_per_epoch", false))));
        return training;
    }

    private static Map<String, Object> optimizer() {
        return object(
                List.of("type", "lr"),
                properties(
                        "type",
                                with(
                                        name("The optimizer's class; names that PyTorch does not have are kept."),
                                        "examples",
                                        List.of("SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "NAdam", "RAdam")),
                        "lr", real(Bounds.NOT_NEGATIVE, "The base learning rate."),
                        "weight_decay", real(Bounds.NOT_NEGATIVE, "Weight decay; left out, 0."),
                        "momentum", real(Bounds.NOT_NEGATIVE, "Momentum of SGD and RMSprop; left out, 0."),
                        "nesterov", flag("Nesterov momentum of SGD."),
                        "betas",
                                with(
                                        list(bounded(BETA), 2, 2, "Adam's running-average coefficients."),
                                        "default",
                                        List.of(0.9, 0.999)),
                        "param_groups",
                                list(ref("param_group"), 1, 1000, "Groups of parameters with learning rates of their own.")));
    }

    private static Map<String, Object> paramGroup() {
        return object(
                List.of("name", "lr"),
                properties(
                        "name", name("The group's name, unlike every other group's."),
                        "lr", real(Bounds.NOT_NEGATIVE, "The group's own base learning rate; never inherited."),
                        "weight_decay", real(Bounds.NOT_NEGATIVE, "The group's own weight decay.")));
    }

    private static Map<String, Object> schedule() {
        Map<String, Object> stages = list(ref("stage"), 1, 1000, "The schedulers in order, one after the other.");
        stages.put("contains", of("not", with(inside("enabled", of("const", false)), "required", List.of("enabled"))));
        return object(
                List.of("step_on", "stages"),
                properties(
                        "step_on",
                        with(words(List.of("epoch", "batch")), "description", "When `scheduler.step()` is called."),
                        "stages",
                        stages));
    }

    private static Map<String, Object> length() {
        return of(
                "description", "Scheduler steps (500), a share of the run (\"10%\") or epochs (\"5ep\"). The last stage may leave it out.",
                "anyOf",
                        List.of(
                                count(1, "Scheduler steps."),
                                of("type", "string", "pattern", SHARE, "maxLength", 40, "description", "A share of the run.", "examples", List.of("10%")),
                                of("type", "string", "pattern", EPOCHS, "maxLength", 40, "description", "Epochs.", "examples", List.of("5ep"))));
    }

    /// What a stage or a member of a ChainedScheduler is: its scheduler's name decides which keys it has.
    private static Map<String, Object> stage(List<String> ownKeys, List<SchedulerType> types, String suffix) {
        Map<String, Object> stage = of(
                "type", "object",
                "required", List.of("scheduler"),
                "properties", of("scheduler", words(types.stream().map(SchedulerType::pytorchName).toList())));
        stage.put(
                "allOf",
                types.stream()
                        .map(type -> of(
                                "if", with(inside("scheduler", of("const", type.pytorchName())), "required", ownKeys.subList(0, 1)),
                                "then", ref(type.pytorchName() + suffix)))
                        .toList());
        return stage;
    }

    private static Map<String, Object> scheduler(SchedulerType type, boolean isStage) {
        Map<String, Object> properties = of("scheduler", of("const", type.pytorchName()));
        if (isStage) {
            properties.put("length", ref("length"));
            properties.put("enabled", with(flag("A stage that is switched off is kept, and skipped."), "default", true));
        }
        for (Parameter parameter : type.parameters()) {
            properties.put(parameter.name(), parameter(parameter));
        }
        if (!isStage && type == SchedulerType.COSINE_ANNEALING_LR) {
            properties.put("eta_min", of("description", "A cosine that is multiplied has no floor.", "const", 0));
        }
        var required = type.parameters().stream().filter(Parameter::required).map(Parameter::name);
        return object(Stream.concat(Stream.of("scheduler"), required).toList(), properties);
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Real real -> withDefault(bounded(real.bounds()), real.standard());
            case Parameter.Count count -> withDefault(bounded(count.min()), count.standard());
            case Parameter.Steps steps -> steps(steps);
            case Parameter.Milestones _ -> list(bounded(0), 0, 10_000, "Steps of the stage at which the learning rate drops.");
            case Parameter.PerGroup perGroup -> of(
                    "description", "One learning rate for all param groups, or one for each.",
                    "anyOf", List.of(bounded(perGroup.bounds()), list(bounded(perGroup.bounds()), 1, 10_000, "One for each param group.")));
            case Parameter.Toggle toggle -> of("type", "boolean", "default", toggle.standard());
            case Parameter.Choice choice -> with(words(choice.options()), "default", choice.standard());
            case Parameter.Formula _ -> of(
                    "description", "A Python expression in `step`, with the names of `constants`.",
                    "type", "string", "pattern", "\\S", "examples", List.of("0.95 ** step"));
            case Parameter.NamedNumbers _ -> of(
                    "description", "Named numbers of the expression.",
                    "type", "object",
                    "propertyNames", of("pattern", "^(?!(?:step|epoch|math)$)[A-Za-z_][A-Za-z_0-9]*$"),
                    "additionalProperties", bounded(Bounds.ANY));
            case Parameter.Schedulers _ -> list(ref("member"), 1, 10_000, "Schedulers whose factors are multiplied.");
        };
    }

    private static Map<String, Object> steps(Parameter.Steps steps) {
        Map<String, Object> schema = bounded(steps.min());
        return switch (steps.absent()) {
            case Parameter.Absent.FollowsStage _ -> with(schema, "description", "Scheduler steps; left out, the stage's length.");
            case Parameter.Absent.Standard(long standard) -> with(schema, "default", standard);
            case Parameter.Absent.SameAs(String other) -> with(schema, "description", "Scheduler steps; left out, the same as `" + other + "`.");
            case Parameter.Absent.Refused _ -> with(schema, "description", "Scheduler steps.");
        };
    }

    private static Map<String, Object> metric() {
        return object(
                List.of("name", "values"),
                properties(
                        "name", text("The metric's name, such as val_loss."),
                        "values",
                                list(bounded(Bounds.ANY), 0, 1_000_000, "Its value at each scheduler step: what ReduceLROnPlateau is run on.")));
    }

    private static Map<String, Object> lrFinder() {
        return object(
                List.of("lr"),
                properties(
                        "source", text("The file of the LR range test."),
                        "method", text("The rule that picked, such as steepest."),
                        "lr", real(Bounds.ANY, "The learning rate that was picked."),
                        "applied_to", with(words(List.of("base_lr", "max_lr")), "description", "Where it went."),
                        "multiplier", real(Bounds.ANY, "What it was multiplied by.")));
    }

    private static Map<String, Object> silenced() {
        return object(
                List.of("rule", "reason"),
                properties("rule", text("The rule's id."), "reason", text("Why, for those who read this later.")));
    }

    // The words of JSON Schema.

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> schema = of("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> list(Map<String, Object> items, int least, int most, String description) {
        Map<String, Object> schema = of("description", description, "type", "array", "items", items);
        if (least > 0) {
            schema.put("minItems", least);
        }
        schema.put("maxItems", most);
        return schema;
    }

    private static Map<String, Object> text(String description) {
        return of("description", description, "type", "string");
    }

    private static Map<String, Object> name(String description) {
        return with(text(description), "pattern", "\\S");
    }

    private static Map<String, Object> flag(String description) {
        return of("description", description, "type", "boolean");
    }

    private static Map<String, Object> words(List<String> options) {
        return of("type", "string", "enum", options);
    }

    private static Map<String, Object> count(long min, String description) {
        return with(bounded(min), "description", description);
    }

    private static Map<String, Object> real(Bounds bounds, String description) {
        return with(bounded(bounds), "description", description);
    }

    private static Map<String, Object> bounded(long min) {
        return of("type", "integer", "minimum", min, "maximum", Numbers.MAX_COUNT);
    }

    private static Map<String, Object> bounded(Bounds bounds) {
        Map<String, Object> schema = of("type", "number");
        double least = Math.max(bounds.min(), -Double.MAX_VALUE);
        double most = Math.min(bounds.max(), Double.MAX_VALUE);
        schema.put(least == bounds.min() && bounds.minOpen() ? "exclusiveMinimum" : "minimum", number(least));
        schema.put(most == bounds.max() && bounds.maxOpen() ? "exclusiveMaximum" : "maximum", number(most));
        return schema;
    }

    private static Map<String, Object> withDefault(Map<String, Object> schema, OptionalDouble standard) {
        return standard.isPresent() ? with(schema, "default", number(standard.getAsDouble())) : schema;
    }

    private static Map<String, Object> withDefault(Map<String, Object> schema, OptionalLong standard) {
        return standard.isPresent() ? with(schema, "default", standard.getAsLong()) : schema;
    }

    private static Number number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value : new BigDecimal(Double.toString(value));
    }

    private static Map<String, Object> ref(String definition) {
        return of("$ref", "#/$defs/" + definition);
    }

    private static Map<String, Object> required(String key) {
        return of("required", List.of(key));
    }

    private static Map<String, Object> inside(String key, Map<String, Object> schema) {
        return of("properties", of(key, schema));
    }

    private static Map<String, Object> properties(Object... keysAndSchemas) {
        return of(keysAndSchemas);
    }

    private static Map<String, Object> with(Map<String, Object> schema, String key, Object value) {
        var changed = new LinkedHashMap<>(schema);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, Object> of(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String print(Map<String, Object> schema) {
        Separators separators = Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
        var printer = new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JsonMapper.builder().build().writer().with(printer).writeValueAsString(schema) + "\n";
    }
}
