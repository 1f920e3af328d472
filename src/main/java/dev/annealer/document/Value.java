package dev.annealer.document;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The value of a scheduler's parameter, as written.
public sealed interface Value permits Input, Value.Flag, Value.Inputs, Value.Constants, Value.Members {
    /// A switch such as `three_phase`.
    record Flag(boolean on) implements Value {}

    /// Several numbers: milestones, or a `max_lr` for each param group.
    record Inputs(List<Input> items) implements Value {
        public Inputs {
            items = List.copyOf(items);
        }

        /// Reads `30, 60, 90`; an item between commas may be anything.
        public static Inputs parse(String text) {
            return text.isBlank()
                    ? new Inputs(List.of())
                    : new Inputs(Arrays.stream(text.split(",", -1)).map(Input::new).toList());
        }

        @Override
        public String toString() {
            return items.stream().map(Input::text).collect(Collectors.joining(", "));
        }
    }

    /// The named numbers of a lambda, in the order they were written.
    record Constants(Map<String, Input> byName) implements Value {
        public Constants {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        }
    }

    /// The schedulers inside a `ChainedScheduler`.
    record Members(List<SchedulerSpec> schedulers) implements Value {
        public Members {
            schedulers = List.copyOf(schedulers);
        }
    }
}
