/// Mistakes of a schedule, found before the training: rules, findings, fixes.
@NullMarked
package dev.annealer.lint;

import org.jspecify.annotations.NullMarked;
