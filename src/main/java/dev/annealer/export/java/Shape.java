package dev.annealer.export.java;

import dev.annealer.export.target.Lines;
import java.util.List;

/// What a class is to those who call it, around formulas that are the same for all.
sealed interface Shape permits Shape.Plain, TrackerShape {
    /// The format that the command line makes it with.
    String format();

    /// What follows `class`.
    String declaration();

    /// The types of other libraries that it needs.
    List<String> imports();

    /// Lines for the class's comment.
    List<String> notes();

    /// Constructors, and what is public beside the schedule itself.
    void writeBeginning(Lines lines);

    /// A class of nobody's framework.
    record Plain(String name) implements Shape {
        @Override
        public String format() {
            return "java";
        }

        @Override
        public String declaration() {
            return name;
        }

        @Override
        public List<String> imports() {
            return List.of();
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void writeBeginning(Lines lines) {
            lines.blank().add("public " + name + "() {}");
        }
    }
}
