package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.KnownOptimizer.Momentum;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Numbers;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.export.target.Lines;
import dev.annealer.export.target.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `build_optimizer`.
final class OptimizerCode {
    /// Those of PyTorch 1.13; newer versions have more.
    private static final Set<String> OF_TORCH = Set.of(
            "SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "NAdam", "RAdam", "Adadelta", "Adamax", "ASGD", "Rprop");

    /// Where people take those from that PyTorch has not.
    private static final Map<String, String> ELSEWHERE =
            Map.of("LAMB", "from timm.optim import Lamb", "Lion", "from timm.optim import Lion");

    private final Optimizer optimizer;
    private final Lines lines;

    OptimizerCode(Document document, Lines lines) {
        this.optimizer = document.optimizer();
        this.lines = lines;
    }

    /// The class's name in `torch.optim`, however the document spells it.
    static String className(Optimizer optimizer) {
        return KnownOptimizer.named(optimizer.type()).map(KnownOptimizer::displayName).orElse(optimizer.type());
    }

    static boolean isOfTorch(Optimizer optimizer) {
        return OF_TORCH.contains(className(optimizer));
    }

    void write() {
        boolean own = isOfTorch(optimizer);
        String parameter = optimizer.groups().isEmpty() ? "params" : "groups: dict";
        lines.blank(2).add("def build_optimizer(" + parameter + (own ? "" : ", optimizer_class=None") + ") -> torch.optim.Optimizer:");
        lines.indent();
        writeDocumentation(own);
        if (own) {
            writeCall("torch.optim." + className(optimizer));
        } else {
            String name = PlainText.of(className(optimizer));
            lines.add("optimizer_class = optimizer_class or getattr(torch.optim, " + PythonText.string(name) + ", None)");
            lines.add("if optimizer_class is None:").indent();
            String message = "pass optimizer_class: torch.optim has no " + name;
            PythonText.bracketed(lines, "raise ValueError", "(", List.of(PythonText.string(message)), ")");
            lines.outdent();
            writeCall("optimizer_class");
        }
        lines.outdent();
    }

    private void writeDocumentation(boolean own) {
        String groups = optimizer.groups().isEmpty() ? "" : "Takes the parameters of each group by its name.";
        if (own) {
            if (!groups.isEmpty()) {
                lines.add("\"\"\"" + groups + "\"\"\"");
            }
            return;
        }
        String name = PlainText.of(className(optimizer));
        lines.add("\"\"\"" + (groups.isEmpty() ? name + " is not one of torch.optim." : groups)).blank();
        lines.add((groups.isEmpty() ? "" : name + " is not one of torch.optim. ") + "Pass its class as optimizer_class"
                + Optional.ofNullable(ELSEWHERE.get(name)).map(at -> ":").orElse("."));
        if (ELSEWHERE.containsKey(name)) {
            lines.blank().add("    " + ELSEWHERE.get(name));
        }
        lines.add("\"\"\"");
    }

    private void writeCall(String callee) {
        var arguments = new ArrayList<String>();
        if (optimizer.groups().isEmpty()) {
            arguments.add("params");
        } else {
            lines.add("param_groups = [").indent();
            optimizer.groups().forEach(group -> PythonText.bracketedItem(lines, "{", group(group), "}"));
            lines.outdent().add("]");
            arguments.add("param_groups");
        }
        arguments.add("lr=LR");
        arguments.addAll(rest());
        PythonText.bracketed(lines, "return " + callee, "(", arguments, ")");
    }

    private static List<String> group(ParamGroup group) {
        var items = new ArrayList<String>();
        items.add("\"params\": groups[" + PythonText.string(group.name()) + "]");
        items.add("\"lr\": " + number(group.lr()));
        if (!group.weightDecay().isBlank()) {
            items.add("\"weight_decay\": " + number(group.weightDecay()));
        }
        return items;
    }

    private List<String> rest() {
        var arguments = new ArrayList<String>();
        Momentum kind = KnownOptimizer.momentumOf(optimizer.type());
        if (!optimizer.momentum().isBlank() && kind == Momentum.MOMENTUM) {
            arguments.add("momentum=" + number(optimizer.momentum()));
        }
        Optimizer.Betas betas = optimizer.betas();
        if (betas != null && kind == Momentum.BETAS) {
            arguments.add("betas=(" + number(betas.first()) + ", " + number(betas.second()) + ")");
        }
        if (!optimizer.weightDecay().isBlank()) {
            arguments.add("weight_decay=" + number(optimizer.weightDecay()));
        }
        if (Boolean.TRUE.equals(optimizer.nesterov()) && className(optimizer).equals("SGD")) {
            arguments.add("nesterov=True");
        }
        return arguments;
    }

    private static String number(Input input) {
        return Numbers.format(input.number().orElseThrow());
    }
}
