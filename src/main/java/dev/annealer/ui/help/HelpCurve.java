package dev.annealer.ui.help;

import dev.annealer.ui.support.CurvePoints;

/// One curve of a picture.
///
/// @param label the parameter's value; blank where there is nothing to tell apart
record HelpCurve(String label, CurvePoints points) {}
