package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.Series;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.ReduceLROnPlateau.Mode;
import dev.annealer.schedule.ReduceLROnPlateau.Settings;
import dev.annealer.schedule.ReduceLROnPlateau.ThresholdMode;
import dev.annealer.schedule.ReduceLROnPlateau;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a plateau never reduces on its metric, found by running PyTorch's state machine with other settings.
///
/// @param parameter the setting that is the reason
/// @param inWords what it does here
/// @param better values with which it would reduce, the first the best; empty where none is known
record PlateauReason(String parameter, String inWords, List<Input> better) {
    private static final List<Double> LARGER_THRESHOLDS = List.of(1e-4, 1e-3, 1e-2);
    private static final double ROOM = 1000;

    static PlateauReason of(ReduceLROnPlateau plateau, String metricName, List<Group> groups) {
        Settings settings = plateau.settings();
        Series metric = plateau.metric();
        if (reduces(metric, settings)) {
            return noRoom(settings, groups);
        }
        long stretch = longestStretch(metric, settings);
        return mode(metric, settings, metricName)
                .or(() -> stretch * 2 > settings.patience() ? patience(settings, stretch) : Optional.empty())
                .or(() -> threshold(metric, settings))
                .or(() -> patience(settings, stretch))
                .orElse(new PlateauReason("patience", "it improves at every step, by more than the threshold", List.of()));
    }

    private static boolean reduces(Series metric, Settings settings) {
        return !ReduceLROnPlateau.triggers(metric, settings).isEmpty();
    }

    /// Patience runs out, but the learning rate does not move.
    private static PlateauReason noRoom(Settings settings, List<Group> groups) {
        double lr = groups.stream().mapToDouble(Group::baseLr).max().orElseThrow();
        if (settings.minLr() >= lr * settings.factor() && settings.minLr() > 0) {
            String words = "min_lr " + Words.lr(settings.minLr()) + " leaves no room below the LR of " + Words.lr(lr);
            return new PlateauReason("min_lr", words, List.of(Rates.of(lr / ROOM), Input.of(0)));
        }
        String words = "a reduction by the factor " + Words.lr(settings.factor()) + " changes the LR by no more than eps, "
                + Words.lr(settings.eps());
        return new PlateauReason("eps", words, List.of(Input.of(0)));
    }

    private static Optional<PlateauReason> mode(Series metric, Settings settings, String metricName) {
        return MetricName.mode(metricName)
                .filter(usual -> usual != settings.mode() && reduces(metric, with(settings, usual)))
                .map(usual -> {
                    String word = usual.name().toLowerCase(Locale.ROOT);
                    String words = "mode looks the wrong way; with " + word + " it would";
                    return new PlateauReason("mode", words, List.of(new Input(word)));
                });
    }

    private static Optional<PlateauReason> patience(Settings settings, long stretch) {
        if (stretch < 1) {
            return Optional.empty();
        }
        String words = "patience is " + settings.patience() + ", and the longest stretch without an improvement is "
                + Words.steps(stretch);
        return Optional.of(new PlateauReason("patience", words, List.of(Input.of(stretch - 1))));
    }

    private static Optional<PlateauReason> threshold(Series metric, Settings settings) {
        double scale = settings.thresholdMode() == ThresholdMode.REL ? 1 : Math.abs(metric.get(metric.size() - 1));
        return LARGER_THRESHOLDS.stream()
                .map(threshold -> threshold * scale)
                .filter(threshold -> threshold > settings.threshold() && reduces(metric, with(settings, threshold)))
                .findFirst()
                .map(threshold -> new PlateauReason(
                        "threshold",
                        "threshold " + Words.lr(settings.threshold()) + " takes tiny changes for improvements; with "
                                + Words.lr(threshold) + " it would",
                        List.of(Rates.of(threshold))));
    }

    /// How many values in a row are no improvement, at the most: one more than the greatest patience that runs out.
    private static long longestStretch(Series metric, Settings settings) {
        long low = 0;
        long high = metric.size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (reduces(metric, withPatience(settings, middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Settings with(Settings settings, Mode mode) {
        return new Settings(mode, settings.factor(), settings.patience(), settings.threshold(), settings.thresholdMode(),
                settings.cooldown(), settings.minLr(), settings.eps());
    }

    private static Settings with(Settings settings, double threshold) {
        return new Settings(settings.mode(), settings.factor(), settings.patience(), threshold, settings.thresholdMode(),
                settings.cooldown(), settings.minLr(), settings.eps());
    }

    private static Settings withPatience(Settings settings, long patience) {
        return new Settings(settings.mode(), settings.factor(), patience, settings.threshold(), settings.thresholdMode(),
                settings.cooldown(), settings.minLr(), settings.eps());
    }
}
