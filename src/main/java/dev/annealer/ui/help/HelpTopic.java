package dev.annealer.ui.help;

import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerType;

/// What help is asked about.
public sealed interface HelpTopic {
    record Scheduler(SchedulerType type) implements HelpTopic {}

    /// A parameter of a scheduler.
    record Knob(SchedulerType type, Parameter parameter) implements HelpTopic {}

    /// @param id of a rule of the linter
    record RuleTopic(String id) implements HelpTopic {}
}
