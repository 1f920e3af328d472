package dev.annealer.python.interpreter;

import dev.annealer.document.SchedulerType;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names that scripts use of PyTorch, of Python, and of the libraries around them.
public final class TorchNames {
    private static final Set<String> OPTIMIZERS = Set.of(
            "SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "NAdam", "RAdam", "Adadelta", "Adamax", "ASGD", "Rprop", "SparseAdam",
            "LBFGS", "Adafactor", "Muon");
    private static final Set<String> BUILT_IN = Set.of(
            "int", "float", "bool", "round", "max", "min", "abs", "sum", "len", "pow", "range", "enumerate", "zip", "list",
            "tuple", "dict", "sorted", "reversed", "set", "iter", "vars", "getattr", "str", "print", "super", "setattr", "next",
            "hasattr", "isinstance", "type", "map", "filter", "any", "all");
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("torch", "torch"),
            Map.entry("optim", "torch.optim"),
            Map.entry("lr_scheduler", "torch.optim.lr_scheduler"),
            Map.entry("nn", "torch.nn"),
            Map.entry("np", "numpy"),
            Map.entry("math", "math"),
            Map.entry("argparse", "argparse"),
            Map.entry("DataLoader", "torch.utils.data.DataLoader"),
            Map.entry("tqdm", "tqdm.tqdm"));
    private static final Pattern OF_TRANSFORMERS = Pattern.compile("get_\\w+_schedule(_with_warmup)?|get_scheduler");
    private static final Map<String, Double> OF_MATH =
            Map.of("pi", Math.PI, "e", Math.E, "inf", Double.POSITIVE_INFINITY, "tau", 2 * Math.PI);
    private static final Pattern SCHEDULER =
            Pattern.compile(".*([Ss]ched|[Ww]arm_?[Uu]p|[Aa]nneal|[Dd]ecay|[a-z_]LR|Restarts).*|(?:get|make|create|build)_.*lr.*");
    private static final Pattern SETTER =
            Pattern.compile("(?:.*_)?(?:adjust|set|update|change|step|linear|cosine|poly|exp|warm_?up|lr|learning_rate|anneal|decay)"
                    + "(?:_.*)?(?:lr|learning_rate|anneal\\w*|decay|warmup)(?:_.*)?");
    private static final String SCHEDULERS = "torch.optim.lr_scheduler.";

    private TorchNames() {}

    static boolean isOptimizer(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        boolean ofTorch = path.equals("torch.optim." + name) && name.matches("[A-Z].*") && !name.equals("Optimizer");
        return ofTorch || OPTIMIZERS.contains(name) && !path.contains("schedul");
    }

    /// Whether the path is that of one of PyTorch's schedulers.
    public static boolean isScheduler(String path) {
        return path.startsWith(SCHEDULERS);
    }

    static boolean isSchedulerBase(PyValue.External base) {
        return isScheduler(base.path()) || base.name().matches("(?i).*(LRScheduler|warmup|schedulerv?\\d*)|ReduceLROnPlateau");
    }

    static boolean isOptimizerBase(PyValue.External base) {
        return base.path().equals("torch.optim.Optimizer") || base.path().equals("torch.optim.optimizer.Optimizer");
    }

    /// Whether a name sounds like that of a scheduler.
    static boolean soundsLikeScheduler(String name) {
        return SCHEDULER.matcher(name).matches();
    }

    /// Whether a name sounds like that of a function that sets the learning rate of an optimizer: `adjust_learning_rate`.
    static boolean soundsLikeSetter(String name) {
        return SETTER.matcher(name).matches() && !name.contains("sched");
    }

    /// What a name means that the script does not declare: a built-in one, one of a `*` import, or what everybody means by it
    /// in a pasted snippet.
    static Optional<String> undeclared(String name, List<String> starImports) {
        boolean scheduler = SchedulerType.named(name).isPresent() || name.equals("SequentialLR");
        if (scheduler || OPTIMIZERS.contains(name)) {
            return Optional.of((scheduler ? SCHEDULERS : "torch.optim.") + name);
        }
        if (BUILT_IN.contains(name)) {
            return Optional.of("builtins." + name);
        }
        if (starImports.contains("math.") && (OF_MATH.containsKey(name) || List.of("cos", "exp", "log", "sqrt").contains(name))) {
            return Optional.of("math." + name);
        }
        return OF_TRANSFORMERS.matcher(name).matches() ? Optional.of("transformers." + name) : Optional.ofNullable(USUAL.get(name));
    }

    /// `math.pi` and its like.
    static Optional<Quantity> constant(String module, String name) {
        boolean numeric = module.equals("math") || module.equals("numpy") || module.equals("torch");
        return numeric ? Optional.ofNullable(OF_MATH.get(name)).map(Quantity::of) : Optional.empty();
    }
}
