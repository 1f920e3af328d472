/// The rules by which libraries pick a learning rate, each a class.
@NullMarked
package dev.annealer.finder.rule;

import org.jspecify.annotations.NullMarked;
