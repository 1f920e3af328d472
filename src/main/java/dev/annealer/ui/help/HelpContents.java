package dev.annealer.ui.help;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Numbers;
import dev.annealer.document.Parameter;
import dev.annealer.document.Parameter.Absent;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Rule;
import dev.annealer.lint.rule.Rules;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Puts the help for a topic together: texts from the help file and from the rules, defaults from the catalogue of schedulers,
/// curves from the schedules themselves.
final class HelpContents {
    private static final int DIGITS = 4;

    private HelpContents() {}

    static HelpContent of(HelpTopic topic) {
        return switch (topic) {
            case HelpTopic.Scheduler(SchedulerType type) -> scheduler(type);
            case HelpTopic.Knob(SchedulerType type, Parameter parameter) -> knob(type, parameter);
            case HelpTopic.RuleTopic(String id) -> rule(id);
        };
    }

    private static HelpContent scheduler(SchedulerType type) {
        SchedulerHelp help = HelpFile.of(type);
        String defaults = type.parameters().stream()
                .filter(parameter -> !standard(parameter).isEmpty())
                .map(parameter -> parameter.name() + " " + standard(parameter))
                .collect(Collectors.joining(", "));
        return new HelpContent(
                type.pytorchName(),
                help.what(),
                get("scheduler." + type.pytorchName() + ".when"),
                help.formula(),
                defaults,
                "",
                List.of(HelpCurves.of(help)),
                "");
    }

    private static HelpContent knob(SchedulerType type, Parameter parameter) {
        SchedulerHelp help = HelpFile.of(type);
        SchedulerHelp.ParameterHelp own = help.parameters().get(parameter.name());
        List<HelpCurve> compared = HelpCurves.of(help, parameter.name(), own);
        return new HelpContent(
                get("help.knob", type.pytorchName(), parameter.name()),
                own.what(),
                "",
                help.formula(),
                standard(parameter).isEmpty() ? get("help.required") : standard(parameter),
                own.typical(),
                compared.isEmpty() ? List.of(HelpCurves.of(help)) : compared,
                compared.isEmpty() ? "" : parameter.name());
    }

    private static HelpContent rule(String id) {
        Rule.About about = Rules.named(id).map(Rule::about).orElseThrow();
        return new HelpContent(about.id(), about.summary(), about.explanation(), "", "", "", List.of(), "");
    }

    /// PyTorch's default in words; blank where the parameter has to be given.
    private static String standard(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Real real -> number(real.standard());
            case Parameter.Count count ->
                count.standard().isPresent() ? Long.toString(count.standard().getAsLong()) : "";
            case Parameter.Steps steps -> absent(steps.absent());
            case Parameter.Toggle toggle -> toggle.standard() ? get("help.on") : get("help.off");
            case Parameter.Choice choice -> choice.standard();
            case Parameter.NamedNumbers _ -> get("help.none");
            case Parameter.Milestones _, Parameter.PerGroup _, Parameter.Formula _, Parameter.Schedulers _ -> "";
        };
    }

    private static String number(OptionalDouble standard) {
        if (standard.isEmpty()) {
            return "";
        }
        double value = standard.getAsDouble();
        return Objects.equals(value, 1.0 / 3) ? "1/3" : Numbers.format(value, DIGITS);
    }

    private static String absent(Absent absent) {
        return switch (absent) {
            case Absent.FollowsStage _ -> get("help.follows-stage");
            case Absent.Standard(long steps) -> Long.toString(steps);
            case Absent.SameAs(String other) -> get("chain.same-as", other);
            case Absent.Refused _ -> "";
        };
    }
}
