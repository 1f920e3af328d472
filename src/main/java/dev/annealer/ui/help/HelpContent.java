package dev.annealer.ui.help;

import java.util.List;

/// What a popover says. A blank text is not shown.
///
/// @param title the scheduler, `LinearLR · start_factor`, or the rule
/// @param what what it does, in a sentence or two
/// @param when when to use it; for a rule, why it matters and what to do
/// @param formula see {@link FormulaText}
/// @param standard PyTorch's defaults
/// @param typical what people use
/// @param curves drawn beside each other
/// @param varied the parameter whose values the curves' labels are; blank where there is one curve
record HelpContent(
        String title,
        String what,
        String when,
        String formula,
        String standard,
        String typical,
        List<HelpCurve> curves,
        String varied) {
    HelpContent {
        curves = List.copyOf(curves);
    }
}
