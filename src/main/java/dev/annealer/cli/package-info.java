/// The command line: thin commands over the packages that do the work. Streams are injected and one handler turns
/// whatever goes wrong into a line on standard error and an exit code.
@NullMarked
package dev.annealer.cli;

import org.jspecify.annotations.NullMarked;

