package dev.annealer.ui.chain;

import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ways to write a stage's length.
final class LengthText {
    private LengthText() {}

    /// As documents write it: `10 %` is `10%`; `5 epochs`, `5e` and `5 ep` are `5ep`.
    static Input normalized(Input typed) {
        String text = typed.text().toLowerCase(Locale.ROOT);
        if (text.matches("[\\d.]+\\s*%")) {
            return new Input(text.replaceAll("\\s", ""));
        }
        if (text.matches("[\\d.]+\\s*(ep|epochs?)")) {
            return new Input(text.replaceAll("\\s*(ep|epochs?)$", "ep"));
        }
        return typed;
    }

    /// What else the length may be called: in epochs, in percent, in steps; only where that is exact.
    static List<String> otherForms(Input written, Optional<PlacedStage> placed, @Nullable Schedule schedule) {
        var forms = new ArrayList<String>();
        if (placed.isEmpty() || schedule == null) {
            return forms;
        }
        long length = placed.get().length();
        forms.add(Long.toString(length));
        schedule.run().stepsPerEpoch().ifPresent(perEpoch -> {
            if (perEpoch > 1 && length % perEpoch == 0) {
                forms.add(length / perEpoch + "ep");
            }
        });
        double percent = Math.rint(1000.0 * length / schedule.steps()) / 10;
        boolean exact = percent <= 100 && percent > 0 && Math.round(percent * schedule.steps() / 100) == length;
        if (exact) {
            forms.add(Numbers.format(percent) + "%");
        }
        forms.remove(written.text());
        return forms;
    }
}
