package dev.annealer.ui.help;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What the help file says of a scheduler.
///
/// @param formula with `^{…}` and `_{…}` for what stands higher and lower
/// @param example the stage that is drawn, as a document has it, for a run of 100 steps from a learning rate of 1
/// @param parameters by name
record SchedulerHelp(String what, String formula, JsonNode example, Map<String, ParameterHelp> parameters) {
    /// @param typical values that people use
    /// @param compare values to draw beside each other; empty where its effect is not to be seen
    /// @param with what else the example needs for the effect to show
    /// @param drawsMomentum whether it is the momentum that it changes
    record ParameterHelp(String what, String typical, List<JsonNode> compare, JsonNode with, boolean drawsMomentum) {}
}
