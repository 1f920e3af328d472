package dev.annealer.export.python;

import dev.annealer.document.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;

/// A schedule by its name in `transformers.get_scheduler`: the factor of the base LR at each optimizer step.
///
/// The formulas are those of the documentation of `transformers.optimization`. Each warmup is a straight line.
sealed interface TransformersSchedule {
    /// As `lr_scheduler_type` has it.
    String name();

    /// Steps of the warmup.
    long warmup();

    /// The factor at a step after the warmup.
    double afterWarmup(long step);

    /// The factor at which the warmup starts.
    default double start() {
        return 0;
    }

    /// The factor at a step.
    default double at(long step) {
        return step < warmup() ? (double) step / warmup() * (1 - start()) + start() : afterWarmup(step);
    }

    /// Whether it is told the length of the training.
    default boolean needsTotal() {
        return true;
    }

    /// What `lr_scheduler_kwargs` must say, as literals of Python.
    default Map<String, String> arguments() {
        return Map.of();
    }

    private static double progress(long step, long warmup, long total) {
        return (double) (step - warmup) / Math.max(1, total - warmup);
    }

    private static double cosine(double progress) {
        return 0.5 * (1 + Math.cos(Math.PI * progress));
    }

    /// `constant`, and `constant_with_warmup`.
    record Constant(long warmup) implements TransformersSchedule {
        @Override
        public String name() {
            return warmup == 0 ? "constant" : "constant_with_warmup";
        }

        @Override
        public double afterWarmup(long step) {
            return 1;
        }

        @Override
        public boolean needsTotal() {
            return false;
        }
    }

    /// `linear`: to 0 at the end of the training.
    record Linear(long warmup, long total) implements TransformersSchedule {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public double afterWarmup(long step) {
            return Math.max(0, 1 - progress(step, warmup, total));
        }
    }

    /// `cosine`, and `cosine_with_min_lr`: half a wave, to `rate` of the base LR.
    record Cosine(long warmup, long total, double rate) implements TransformersSchedule {
        @Override
        public String name() {
            return rate == 0 ? "cosine" : "cosine_with_min_lr";
        }

        @Override
        public double afterWarmup(long step) {
            return cosine(progress(step, warmup, total)) * (1 - rate) + rate;
        }

        @Override
        public Map<String, String> arguments() {
            return rate == 0 ? Map.of() : Map.of("min_lr_rate", Numbers.format(rate));
        }
    }

    /// `cosine_with_restarts`: whole cycles of half a wave, each to 0.
    record Restarts(long warmup, long total, long cycles) implements TransformersSchedule {
        @Override
        public String name() {
            return "cosine_with_restarts";
        }

        @Override
        public double afterWarmup(long step) {
            // In whole numbers: rounding must not move a restart.
            long position = Math.multiplyExact(cycles, step - warmup) % (total - warmup);
            return cosine((double) position / (total - warmup));
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("num_cycles", Long.toString(cycles));
        }
    }

    /// `polynomial`: to `end` of the base LR, which Transformers is told as a learning rate.
    record Polynomial(long warmup, long total, double power, double end, double baseLr) implements TransformersSchedule {
        @Override
        public String name() {
            return "polynomial";
        }

        @Override
        public double afterWarmup(long step) {
            return (1 - end) * Math.pow(1 - (double) (step - warmup) / (total - warmup), power) + end;
        }

        @Override
        public Map<String, String> arguments() {
            var arguments = new LinkedHashMap<String, String>();
            arguments.put("lr_end", Numbers.format(end * baseLr));
            arguments.put("power", Numbers.format(power));
            return arguments;
        }
    }

    /// `inverse_sqrt`: after the warmup as the inverse root of the step, in units of `timescale`.
    record InverseSqrt(long warmup, long timescale) implements TransformersSchedule {
        @Override
        public String name() {
            return "inverse_sqrt";
        }

        @Override
        public double afterWarmup(long step) {
            return 1 / Math.sqrt((double) (step + timescale - warmup) / timescale);
        }

        @Override
        public boolean needsTotal() {
            return false;
        }

        @Override
        public Map<String, String> arguments() {
            return timescale == warmup ? Map.of() : Map.of("timescale", Long.toString(timescale));
        }
    }

    /// `warmup_stable_decay`: from `least` up, level until `decayStart`, and down to `least` again.
    record StableDecay(long warmup, long decayStart, long total, String decay, double least) implements TransformersSchedule {
        @Override
        public String name() {
            return "warmup_stable_decay";
        }

        @Override
        public double start() {
            return least;
        }

        @Override
        public double afterWarmup(long step) {
            if (step < decayStart) {
                return 1;
            }
            double progress = (double) (step - decayStart) / Math.max(1, total - decayStart);
            double height =
                    switch (decay) {
                        case "linear" -> 1 - progress;
                        case "1-sqrt" -> 1 - Math.sqrt(progress);
                        default -> cosine(progress);
                    };
            return height * (1 - least) + least;
        }

        @Override
        public Map<String, String> arguments() {
            var arguments = new LinkedHashMap<String, String>();
            arguments.put("num_decay_steps", Long.toString(total - decayStart));
            arguments.put("decay_type", "\"" + decay + "\"");
            if (least != 0) {
                arguments.put("min_lr_ratio", Numbers.format(least));
            }
            return arguments;
        }
    }
}
