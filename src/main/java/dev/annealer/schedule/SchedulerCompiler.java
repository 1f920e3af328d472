package dev.annealer.schedule;

import dev.annealer.document.Input;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Series;
import dev.annealer.schedule.expression.Expression;
import dev.annealer.schedule.expression.ExpressionException;
import dev.annealer.schedule.expression.PythonNumbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Resolves one scheduler of the document: one case for each type.
final class SchedulerCompiler {
    private final Fields fields;
    private final Surroundings surroundings;

    SchedulerCompiler(Fields fields, Surroundings surroundings) {
        this.fields = fields;
        this.surroundings = surroundings;
    }

    Scheduler compile(SchedulerSpec spec, Place where, StageSpan span) {
        var parameters = new Parameters(fields, spec, where, span.length());
        return switch (spec.type()) {
            case CONSTANT_LR -> new ConstantLR(parameters.real("factor"), parameters.steps("total_iters"));
            case LINEAR_LR -> new LinearLR(
                    parameters.real("start_factor"), parameters.real("end_factor"), parameters.steps("total_iters"));
            case STEP_LR -> new StepLR(parameters.steps("step_size"), parameters.real("gamma"));
            case MULTI_STEP_LR -> new MultiStepLR(parameters.milestones("milestones"), parameters.real("gamma"));
            case EXPONENTIAL_LR -> new ExponentialLR(parameters.real("gamma"));
            case POLYNOMIAL_LR -> new PolynomialLR(parameters.steps("total_iters"), parameters.real("power"));
            case COSINE_ANNEALING_LR -> new CosineAnnealingLR(parameters.steps("T_max"), parameters.real("eta_min"));
            case COSINE_ANNEALING_WARM_RESTARTS -> new CosineAnnealingWarmRestarts(
                    parameters.steps("T_0"), parameters.count("T_mult"), parameters.real("eta_min"));
            case ONE_CYCLE_LR -> oneCycle(parameters);
            case CYCLIC_LR -> cyclic(parameters);
            case LAMBDA_LR -> new LambdaLR(expression(parameters));
            case MULTIPLICATIVE_LR -> new MultiplicativeLR(expression(parameters));
            case CHAINED_SCHEDULER -> new ChainCompiler(fields, this).compile(parameters, span);
            case REDUCE_LR_ON_PLATEAU -> plateau(parameters, span);
        };
    }

    private Scheduler oneCycle(Parameters parameters) {
        long totalSteps = parameters.steps("total_steps");
        double pctStart = parameters.real("pct_start");
        if (pctStart * totalSteps == 1) {
            fields.problem(
                    parameters.place("pct_start"),
                    "pct_start * total_steps is exactly 1, where PyTorch divides by zero",
                    "change pct_start a little, or total_steps");
        }
        return new OneCycleLR(
                parameters.perGroup("max_lr", surroundings.groups().size()),
                totalSteps,
                pctStart,
                parameters.choice("anneal_strategy", OneCycleLR.Anneal.class),
                parameters.real("div_factor"),
                parameters.real("final_div_factor"),
                parameters.toggle("three_phase"),
                momentum(parameters));
    }

    private Scheduler cyclic(Parameters parameters) {
        return new CyclicLR(
                parameters.real("base_lr"),
                parameters.real("max_lr"),
                parameters.steps("step_size_up"),
                parameters.steps("step_size_down"),
                parameters.choice("mode", CyclicLR.Mode.class),
                parameters.real("gamma"),
                momentum(parameters));
    }

    /// Empty also where the optimizer has no momentum that could be cycled.
    private Optional<MomentumRange> momentum(Parameters parameters) {
        var range = new MomentumRange(parameters.real("base_momentum"), parameters.real("max_momentum"));
        boolean cycles = parameters.toggle("cycle_momentum") && surroundings.hasMomentum();
        return cycles ? Optional.of(range) : Optional.empty();
    }

    private Scheduler plateau(Parameters parameters, StageSpan span) {
        var settings = new ReduceLROnPlateau.Settings(
                parameters.choice("mode", ReduceLROnPlateau.Mode.class),
                parameters.real("factor"),
                parameters.count("patience"),
                parameters.real("threshold"),
                parameters.choice("threshold_mode", ReduceLROnPlateau.ThresholdMode.class),
                parameters.count("cooldown"),
                parameters.real("min_lr"),
                parameters.real("eps"));
        Series metric = surroundings.metric().from(span.start());
        return ReduceLROnPlateau.over(metric, settings, surroundings.groups());
    }

    private Expression expression(Parameters parameters) {
        Place where = parameters.place("lr_lambda");
        Map<String, Number> constants = constants(parameters);
        String formula = parameters.formula("lr_lambda");
        if (formula.isEmpty()) {
            fields.problem(where, "is missing", "give an expression in `step`, such as 0.95 ** step");
            return Expression.constant(1);
        }
        try {
            return Expression.parse(formula, constants);
        } catch (ExpressionException e) {
            fields.problem(where, e.getMessage(), e.remedy());
            return Expression.constant(1);
        }
    }

    private Map<String, Number> constants(Parameters parameters) {
        var numbers = new LinkedHashMap<String, Number>();
        for (Map.Entry<String, Input> constant : parameters.constants("constants").entrySet()) {
            Place where = parameters.place("constants").at(constant.getKey());
            String text = constant.getValue().text();
            Optional<Number> number = PythonNumbers.constant(text);
            if (number.isEmpty()) {
                fields.problem(where, "`" + text + "` is not a number", "write it like 500, 0.1 or 3e-4");
            }
            numbers.put(constant.getKey(), number.orElse(1.0));
        }
        return numbers;
    }
}
