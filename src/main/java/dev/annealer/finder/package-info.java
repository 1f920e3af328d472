/// An LR range test read: smoothing, the picks of each library's rule, a verdict, and what to use.
@NullMarked
package dev.annealer.finder;

import org.jspecify.annotations.NullMarked;
