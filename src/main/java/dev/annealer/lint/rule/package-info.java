/// The rules: one class a mistake, {@link dev.annealer.lint.rule.Rules} lists them.
@NullMarked
package dev.annealer.lint.rule;

import org.jspecify.annotations.NullMarked;
