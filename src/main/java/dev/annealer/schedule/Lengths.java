package dev.annealer.schedule;

import dev.annealer.document.Input;
import dev.annealer.document.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a stage's length as written (`500`, `10%`, `5ep`) into scheduler steps.
final class Lengths {
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?)(%|ep)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String REMEDY = "write steps like 500, a share of the run like \"10%\", or epochs like \"5ep\"";
    /// Digits beyond this say nothing and cost time.
    private static final int MOST_CHARACTERS = 40;

    private final Fields fields;
    private final Run run;

    Lengths(Fields fields, Run run) {
        this.fields = fields;
        this.run = run;
    }

    /// At least 1; 1 stands in after a problem.
    long steps(Place where, Input length) {
        Matcher unit = WITH_UNIT.matcher(length.text());
        if (length.text().length() > MOST_CHARACTERS || !unit.matches()) {
            return plain(where, length);
        }
        var number = new BigDecimal(unit.group(1));
        long steps = unit.group(2).equals("%") ? share(where, length, number) : epochs(where, length, number);
        if (steps == 0) {
            fields.problem(where, length + " of this run is less than one scheduler step", "make the stage longer");
        }
        return Math.max(1, steps);
    }

    private long plain(Place where, Input length) {
        if (length.number().isEmpty() && !length.isBlank()) {
            fields.problem(where, "`" + length + "` is not a length", REMEDY);
            return 1;
        }
        return fields.count(where, length, 1);
    }

    /// Rounded half up, in exact decimals.
    private long share(Place where, Input length, BigDecimal percent) {
        if (percent.signum() == 0 || percent.compareTo(HUNDRED) > 0) {
            fields.problem(where, length + " is out of range", "a share of the run is above 0% and at most 100%");
            return 1;
        }
        return BigDecimal.valueOf(run.steps())
                .multiply(percent)
                .divide(HUNDRED)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private long epochs(Place where, Input length, BigDecimal epochs) {
        OptionalLong stepsPerEpoch = run.stepsPerEpoch();
        if (stepsPerEpoch.isEmpty()) {
            fields.problem(where, length + " has no meaning in a run sized in steps", "give steps or a percentage");
            return 1;
        }
        BigDecimal steps = epochs.multiply(BigDecimal.valueOf(stepsPerEpoch.getAsLong()));
        var rounded = steps.setScale(0, RoundingMode.HALF_UP);
        if (rounded.compareTo(steps) != 0) {
            fields.problem(
                    where,
                    length + " is " + steps.stripTrailingZeros().toPlainString() + " scheduler steps, not a whole number",
                    "give whole epochs, or steps");
            return 1;
        }
        if (rounded.precision() > 15) {
            fields.problem(where, length + " is too large", REMEDY);
            return 1;
        }
        return rounded.longValueExact();
    }
}
