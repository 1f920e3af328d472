package dev.annealer.ui.support;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where something is in a document, counted as the window counts: `schedule.stages[0].T_max` is `Stage 1: T_max`.
public final class PlaceText {
    private static final Pattern NUMBERED = Pattern.compile("(schedule\\.stages|optimizer\\.param_groups)\\[(\\d+)]\\.?(.*)");

    private PlaceText() {}

    public static String of(Place place) {
        Matcher numbered = NUMBERED.matcher(place.path());
        if (!numbered.matches()) {
            return place.path();
        }
        String key = numbered.group(1).startsWith("schedule") ? "place.stage" : "place.group";
        String whole = get(key, Long.toString(Long.parseLong(numbered.group(2)) + 1));
        return numbered.group(3).isEmpty() ? whole : whole + ": " + numbered.group(3);
    }

    /// A problem in one line.
    public static String of(Problem problem) {
        String text = problem.message() + (problem.remedy().isEmpty() ? "" : "; " + problem.remedy());
        String place = of(problem.where());
        return place.isEmpty() ? text : place + ": " + text;
    }
}
