package dev.annealer.lint;

import dev.annealer.document.Place;
import java.util.List;
import java.util.Set;

/// One mistake that a schedule can make.
public interface Rule {
    /// What a rule is, whatever the document.
    ///
    /// @param id its name for good: scripts and documents hold it
    /// @param severity that of its findings; of the worst ones where they differ
    /// @param summary what it finds, in a sentence
    /// @param explanation why that matters and what to do instead
    record About(String id, Severity severity, String summary, String explanation) {}

    About about();

    /// What is to be said of `subject`; empty where it does not make this mistake, or where what the rule needs to know is
    /// not given.
    List<Finding> check(Subject subject);

    /// The rules that speak of a consequence of what this one finds, and are not heard where it has spoken.
    default Set<String> silences() {
        return Set.of();
    }

    /// Whether what this rule has found at `mine` is the cause of what a silenced one has found at `theirs`.
    default boolean explains(Place mine, Place theirs) {
        return true;
    }

    default String id() {
        return about().id();
    }

    /// A finding of this rule's usual severity.
    default Finding finding(Place where, String message) {
        return finding(about().severity(), where, message);
    }

    default Finding finding(Severity severity, Place where, String message) {
        return new Finding(id(), severity, where, message);
    }
}
