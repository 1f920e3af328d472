/// Python source as a tree of what the import understands; nothing of tree-sitter leaves this package.
@NullMarked
package dev.annealer.python.syntax;

import org.jspecify.annotations.NullMarked;
