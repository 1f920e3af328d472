package dev.annealer.storage;

import static dev.annealer.storage.CanonicalJson.quote;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.LrFinderRecord;
import dev.annealer.document.Metric;
import dev.annealer.document.Numbers;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.Parameter;
import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Silenced;
import dev.annealer.document.Stage;
import dev.annealer.document.Training;
import dev.annealer.document.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A document to its one canonical text: stable order of keys, shortest numbers, a final newline. What was read is written
/// byte for byte as it was, if this wrote it.
public final class DocumentWriter {
    private final Strictness strictness;
    private final List<Problem> problems = new ArrayList<>();

    private DocumentWriter(Strictness strictness) {
        this.strictness = strictness;
    }

    /// The text of a saved document.
    ///
    /// @throws DocumentException with the places of half-typed text, which is never saved
    public static String write(Document document) throws DocumentException {
        var writer = new DocumentWriter(Strictness.DOCUMENT);
        String text = CanonicalJson.of(writer.document(document));
        if (!writer.problems.isEmpty()) {
            throw new DocumentException(writer.problems);
        }
        return text;
    }

    /// The text of any document, with half-typed numbers as texts: for unsaved work only.
    static String writeDraft(Document document) {
        return CanonicalJson.of(new DocumentWriter(Strictness.DRAFT).document(document));
    }

    private Map<String, Object> document(Document document) {
        var json = new LinkedHashMap<String, Object>();
        json.put("annealer", Integer.toString(Document.FORMAT_VERSION));
        text(json, "name", document.name());
        text(json, "notes", document.notes());
        json.put("training", training(document.training()));
        json.put("optimizer", optimizer(document.optimizer()));
        var schedule = new LinkedHashMap<String, Object>();
        schedule.put("step_on", quote(document.schedule().stepOn().key()));
        schedule.put("stages", stages(document.schedule().stages()));
        json.put("schedule", schedule);
        Metric metric = document.metric();
        if (metric != null) {
            json.put("metric", metric(metric));
        }
        LrFinderRecord lrFinder = document.lrFinder();
        if (lrFinder != null) {
            json.put("lr_finder", lrFinder(lrFinder));
        }
        if (!document.silenced().isEmpty()) {
            json.put("silenced", document.silenced().stream().map(DocumentWriter::silenced).toList());
        }
        return json;
    }

    private Map<String, Object> training(Training training) {
        var json = new LinkedHashMap<String, Object>();
        Place where = Place.TRAINING;
        number(json, where, "epochs", training.epochs());
        number(json, where, "steps_per_epoch", training.stepsPerEpoch());
        number(json, where, "steps", training.steps());
        number(json, where, "batch_size", training.batchSize());
        number(json, where, "accumulation", training.accumulation());
        number(json, where, "clip_grad_norm", training.clipGradNorm());
        if (training.architecture() != null) {
            json.put("architecture", quote(training.architecture().key()));
        }
        number(json, where, "parameters", training.parameters());
        if (training.fromPretrained() != null) {
            json.put("from_pretrained", training.fromPretrained().toString());
        }
        return json;
    }

    private Map<String, Object> optimizer(Optimizer optimizer) {
        var json = new LinkedHashMap<String, Object>();
        Place where = Place.OPTIMIZER;
        json.put("type", quote(optimizer.type()));
        number(json, where, "lr", optimizer.lr());
        number(json, where, "weight_decay", optimizer.weightDecay());
        number(json, where, "momentum", optimizer.momentum());
        if (optimizer.nesterov() != null) {
            json.put("nesterov", optimizer.nesterov().toString());
        }
        Optimizer.Betas betas = optimizer.betas();
        if (betas != null) {
            Place at = where.at("betas");
            json.put("betas", List.of(number(at.at(0), betas.first()), number(at.at(1), betas.second())));
        }
        if (!optimizer.groups().isEmpty()) {
            List<ParamGroup> groups = optimizer.groups();
            json.put("param_groups", IntStream.range(0, groups.size())
                    .mapToObj(i -> group(Place.group(i), groups.get(i)))
                    .toList());
        }
        return json;
    }

    private Map<String, Object> group(Place where, ParamGroup group) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", quote(group.name()));
        number(json, where, "lr", group.lr());
        number(json, where, "weight_decay", group.weightDecay());
        return json;
    }

    private List<Object> stages(List<Stage> stages) {
        return IntStream.range(0, stages.size())
                .mapToObj(i -> (Object) stage(Place.stage(i), stages.get(i)))
                .toList();
    }

    private Map<String, Object> stage(Place where, Stage stage) {
        var json = new LinkedHashMap<String, Object>();
        json.put("scheduler", quote(stage.scheduler().type().pytorchName()));
        if (!stage.length().isBlank()) {
            json.put("length", length(where.at("length"), stage.length()));
        }
        if (!stage.enabled()) {
            json.put("enabled", "false");
        }
        json.putAll(parameters(where, stage.scheduler()));
        return json;
    }

    private String length(Place where, Input length) {
        boolean withUnit = length.text().matches("\\d+(\\.\\d+)?(%|ep)");
        return withUnit ? quote(length.text()) : number(where, length);
    }

    private Map<String, Object> parameters(Place where, SchedulerSpec spec) {
        var json = new LinkedHashMap<String, Object>();
        for (Map.Entry<String, Value> entry : spec.values().entrySet()) {
            Parameter parameter = spec.type().parameter(entry.getKey()).orElseThrow();
            json.put(entry.getKey(), parameter(where.at(entry.getKey()), parameter, entry.getValue()));
        }
        return json;
    }

    private Object parameter(Place where, Parameter parameter, Value value) {
        return switch (value) {
            case Input input -> isText(parameter) ? quote(input.text()) : number(where, input);
            case Value.Flag(boolean on) -> Boolean.toString(on);
            case Value.Inputs(List<Input> items) ->
                IntStream.range(0, items.size()).mapToObj(i -> number(where.at(i), items.get(i))).toList();
            case Value.Constants(Map<String, Input> byName) -> constants(where, byName);
            case Value.Members(List<SchedulerSpec> schedulers) ->
                IntStream.range(0, schedulers.size())
                        .mapToObj(i -> member(where.at(i), schedulers.get(i)))
                        .toList();
        };
    }

    private static boolean isText(Parameter parameter) {
        return parameter instanceof Parameter.Choice || parameter instanceof Parameter.Formula;
    }

    private Map<String, Object> member(Place where, SchedulerSpec spec) {
        var json = new LinkedHashMap<String, Object>();
        json.put("scheduler", quote(spec.type().pytorchName()));
        json.putAll(parameters(where, spec));
        return json;
    }

    /// Ints stay ints and floats floats, as they mean different things in Python.
    private Map<String, Object> constants(Place where, Map<String, Input> byName) {
        var json = new LinkedHashMap<String, Object>();
        byName.forEach((name, input) -> {
            boolean isInt = input.text().matches("-?(0|[1-9]\\d*)");
            String number = isInt ? input.text() : number(where.at(name), input);
            boolean lostItsPoint = !isInt && number.matches("-?\\d+");
            json.put(name, lostItsPoint ? number + ".0" : number);
        });
        return json;
    }

    private static Map<String, Object> metric(Metric metric) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", quote(metric.name()));
        json.put("values", Arrays.stream(metric.values().toArray())
                .mapToObj(Numbers::format)
                .collect(Collectors.toList()));
        return json;
    }

    private Map<String, Object> lrFinder(LrFinderRecord record) {
        var json = new LinkedHashMap<String, Object>();
        Place where = Place.DOCUMENT.at("lr_finder");
        text(json, "source", record.source());
        text(json, "method", record.method());
        number(json, where, "lr", record.lr());
        text(json, "applied_to", record.appliedTo());
        number(json, where, "multiplier", record.multiplier());
        return json;
    }

    private static Map<String, Object> silenced(Silenced silenced) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", quote(silenced.rule()));
        json.put("reason", quote(silenced.reason()));
        return json;
    }

    private static void text(Map<String, Object> json, String key, String text) {
        if (!text.isEmpty()) {
            json.put(key, quote(text));
        }
    }

    private void number(Map<String, Object> json, Place where, String key, Input input) {
        if (!input.isBlank()) {
            json.put(key, number(where.at(key), input));
        }
    }

    private String number(Place where, Input input) {
        OptionalDouble number = input.number();
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            return strictness == Strictness.DRAFT && !isCanonical(input) ? quote(input.text()) : Numbers.format(number.getAsDouble());
        }
        String what = input.isBlank() ? "is empty" : "`" + input + "` is not a number";
        problems.add(new Problem(where, what, "finish or clear it before saving"));
        return quote(input.text());
    }

    private static boolean isCanonical(Input input) {
        return Input.of(input.number().orElseThrow()).equals(input);
    }
}
