package dev.annealer.schedule;

import dev.annealer.document.Bounds;
import dev.annealer.document.Input;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;

/// The param groups with their base LRs, and the optimizer's own momentum; with the bounds that PyTorch's optimizers check.
final class OptimizerCompiler {
    private static final Place OPTIMIZER = Place.OPTIMIZER;
    private static final Bounds BETA = Bounds.closedOpen(0, 1);
    private static final double DEFAULT_BETA1 = 0.9;
    private static final double DEFAULT_BETA2 = 0.999;

    private final Fields fields;

    OptimizerCompiler(Fields fields) {
        this.fields = fields;
    }

    List<Group> groups(Optimizer optimizer) {
        double lr = fields.real(OPTIMIZER.at("lr"), optimizer.lr(), Bounds.NOT_NEGATIVE);
        weightDecay(OPTIMIZER, optimizer.weightDecay());
        if (optimizer.groups().isEmpty()) {
            return List.of(new Group(0, "", lr));
        }
        var groups = new ArrayList<Group>();
        var names = new HashSet<String>();
        for (ParamGroup group : optimizer.groups()) {
            Place where = Place.group(groups.size());
            checkName(where.at("name"), group.name(), names);
            weightDecay(where, group.weightDecay());
            double own = fields.real(where.at("lr"), group.lr(), Bounds.NOT_NEGATIVE);
            groups.add(new Group(groups.size(), group.name(), own));
        }
        return groups;
    }

    private void checkName(Place where, String name, HashSet<String> names) {
        if (name.isBlank()) {
            fields.problem(where, "is missing", "name the group, for example \"backbone\"");
        } else if (!names.add(name)) {
            fields.problem(where, "`" + name + "` is the name of another group too", "give each group its own name");
        }
    }

    private void weightDecay(Place where, Input input) {
        fields.real(where.at("weight_decay"), input, OptionalDouble.of(0), Bounds.NOT_NEGATIVE);
    }

    /// The momentum that is in force where no scheduler drives it; empty where the optimizer has no such thing.
    OptionalDouble momentum(Optimizer optimizer) {
        if (optimizer.type().isBlank()) {
            fields.problem(OPTIMIZER.at("type"), "is missing", "name the optimizer, for example \"AdamW\"");
        }
        Place where = OPTIMIZER.at("momentum");
        double momentum = fields.real(where, optimizer.momentum(), OptionalDouble.of(0), Bounds.NOT_NEGATIVE);
        double beta1 = beta1(optimizer);
        checkNesterov(optimizer, momentum);
        return switch (KnownOptimizer.momentumOf(optimizer.type())) {
            case MOMENTUM -> OptionalDouble.of(momentum);
            case BETAS -> OptionalDouble.of(beta1);
            case NONE -> OptionalDouble.empty();
        };
    }

    private double beta1(Optimizer optimizer) {
        Optimizer.Betas betas = optimizer.betas();
        if (betas == null) {
            return DEFAULT_BETA1;
        }
        Place where = OPTIMIZER.at("betas");
        fields.real(where.at(1), betas.second(), OptionalDouble.of(DEFAULT_BETA2), BETA);
        return fields.real(where.at(0), betas.first(), OptionalDouble.of(DEFAULT_BETA1), BETA);
    }

    private void checkNesterov(Optimizer optimizer, double momentum) {
        boolean sgd = KnownOptimizer.named(optimizer.type()).filter(KnownOptimizer.SGD::equals).isPresent();
        if (sgd && Boolean.TRUE.equals(optimizer.nesterov()) && momentum == 0) {
            fields.problem(
                    OPTIMIZER.at("nesterov"),
                    "Nesterov momentum needs a momentum",
                    "set optimizer.momentum above 0, or switch nesterov off");
        }
    }
}
