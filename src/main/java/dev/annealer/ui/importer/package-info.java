/// Import of PyTorch code: a script on the left, what is found in it on the right.
@NullMarked
package dev.annealer.ui.importer;

import org.jspecify.annotations.NullMarked;
