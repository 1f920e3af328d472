package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.Function;
import dev.annealer.python.value.Loader;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Calls of what is not known: what they do to a training can often be told from their names.
final class ForeignCalls {
    /// Give back what they are given, ready for a device or a cluster.
    private static final Set<String> PREPARING = Set.of("prepare", "initialize", "setup", "to", "cuda", "deepcopy", "compile");
    /// Call a function that they are given.
    private static final Set<String> LAUNCHING = Set.of("spawn", "Process", "launch", "notebook_launcher", "run", "start_processes", "Thread");

    private final Interpreter interpreter;
    private final Reading reading;
    private final Libraries libraries;

    ForeignCalls(Interpreter interpreter, Libraries libraries) {
        this.libraries = libraries;
        this.interpreter = interpreter;
        this.reading = interpreter.reading();
    }

    PyValue call(PyValue callee, Arguments arguments, Expr.Call site) {
        String name = name(callee, site);
        if (recorded(name, arguments, site)) {
            return Unknown.at(site.at());
        }
        if (name.equals("__init__") && site.callee().at().text().startsWith("super(")) {
            reading.handOn(arguments);
            return new PyValue.Nothing();
        }
        Optional<PyValue> set = all(arguments).filter(OptimizerValue.class::isInstance).findFirst();
        if (set.isPresent() && TorchNames.soundsLikeSetter(name)) {
            record(Event.Kind.SET_LR, set.get(), site, List.of(Unknown.at(site.at())));
            return Unknown.at(site.at());
        }
        if (PREPARING.contains(name) && !arguments.positional().isEmpty() && all(arguments).anyMatch(ForeignCalls::matters)) {
            return arguments.positional().size() == 1 ? arguments.positional().getFirst() : PyValue.Items.of(arguments.positional());
        }
        if (LAUNCHING.contains(name)) {
            launch(name, arguments, site);
        }
        boolean ofModel = name.equals("configure_optimizers") && arguments.positional().size() + arguments.named().size() >= 3;
        Optional<PyValue> made = ofModel ? libraries.call(name, arguments, site) : made(callee, name, arguments, site);
        if (made.isPresent()) {
            return made.get();
        }
        String path = callee instanceof PyValue.External(String full) ? full : site.callee().at().text();
        reading.recording().calls().add(new Recording.ForeignCall(site.at(), path, arguments));
        return new Unknown(List.of(new Cause(site.at().text(), site.at().line())));
    }

    private static String name(PyValue callee, Expr.Call site) {
        return switch (site.callee()) {
            case Expr.Attribute(_, _, String name) -> name;
            case Expr.Name(_, String id) -> callee instanceof PyValue.External external ? external.name() : id;
            default -> "";
        };
    }

    private static Stream<PyValue> all(Arguments arguments) {
        return Stream.concat(arguments.positional().stream(), arguments.named().values().stream());
    }

    private static boolean matters(PyValue value) {
        return value instanceof OptimizerValue || value instanceof SchedulerValue || value instanceof Loader;
    }

    /// What a training loop does, whoever does it for it.
    private boolean recorded(String name, Arguments arguments, Expr.Call site) {
        switch (name) {
            case "backward", "manual_backward" -> record(Event.Kind.BACKWARD, new PyValue.Nothing(), site, List.of());
            case "clip_grad_norm_", "clip_grad_norm" -> record(Event.Kind.CLIP, new PyValue.Nothing(), site,
                    arguments.get(1, "max_norm").stream().toList());
            case "step", "step_update" -> {
                return step(arguments, site);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// `scaler.step(optimizer)`, or the `step()` of something that came from elsewhere.
    private boolean step(Arguments arguments, Expr.Call site) {
        Optional<PyValue> optimizer = arguments.positional().stream().filter(OptimizerValue.class::isInstance).findFirst();
        String object = site.callee() instanceof Expr.Attribute(_, Expr of, _) ? of.at().text().toLowerCase(Locale.ROOT) : "";
        String last = object.substring(object.lastIndexOf('.') + 1);
        if (optimizer.isPresent()) {
            record(Event.Kind.OPTIMIZER_STEP, optimizer.get(), site, List.of());
        } else if (last.contains("sched")) {
            record(Event.Kind.SCHEDULER_STEP, Unknown.at(site.callee().at()), site, all(arguments).toList());
        } else if (last.contains("optim") || last.equals("opt") || last.contains("scaler")) {
            record(Event.Kind.OPTIMIZER_STEP, Unknown.at(site.callee().at()), site, List.of());
        } else {
            return false;
        }
        return true;
    }

    private void record(Event.Kind kind, PyValue target, Expr.Call site, List<PyValue> arguments) {
        reading.record(kind, target, site.at(), arguments);
    }

    private void launch(String name, Arguments arguments, Expr.Call site) {
        Optional<Function> function = all(arguments).filter(Function.class::isInstance).map(Function.class::cast).findFirst();
        if (function.isEmpty()) {
            return;
        }
        var positional = new ArrayList<PyValue>();
        if (name.equals("spawn")) {
            positional.add(Unknown.at(site.at()));
        }
        Optional<PyValue> rest = arguments.named("args").or(() -> arguments.positional().stream().skip(1).findFirst());
        if (rest.orElse(null) instanceof PyValue.Items(List<PyValue> items)) {
            positional.addAll(items);
        }
        interpreter.calls().enter(function.get(), new Arguments(positional, Map.of(), positional.stream().map(_ -> "").toList()));
    }

    /// An optimizer or a scheduler of another library.
    private Optional<PyValue> made(PyValue callee, String name, Arguments arguments, Expr.Call site) {
        Optional<PyValue> optimizer = all(arguments).filter(OptimizerValue.class::isInstance).findFirst();
        boolean elsewhere = callee instanceof PyValue.External || callee instanceof Unknown;
        if (optimizer.isPresent() && elsewhere && TorchNames.soundsLikeScheduler(name)) {
            String path = callee instanceof PyValue.External(String full) ? full : name;
            var scheduler = new SchedulerValue(site.at(), path, null, arguments);
            return Optional.of(reading.made(scheduler));
        }
        if (optimizer.isPresent() && name.contains("Optimizer")) {
            return optimizer;
        }
        boolean ofParameters = !arguments.texts().isEmpty() && arguments.texts().getFirst().contains("param")
                || arguments.named().containsKey("params");
        if (elsewhere && ofParameters && arguments.named().containsKey("lr")) {
            var found = new OptimizerValue(site.at(), type(name, arguments), arguments);
            return Optional.of(reading.made(found));
        }
        return Optional.empty();
    }

    /// `ZeroRedundancyOptimizer(params, optimizer_class=torch.optim.Adam, lr=…)` is an Adam.
    private static String type(String name, Arguments arguments) {
        return arguments.named("optimizer_class").orElse(null) instanceof PyValue.External inner ? inner.name() : name;
    }
}
