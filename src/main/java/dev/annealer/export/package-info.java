/// Schedules as code to take away. Each target is one {@link dev.annealer.export.target.Exporter}; the bytes it makes depend on the
/// document and the format alone.
@NullMarked
package dev.annealer.export;

import org.jspecify.annotations.NullMarked;

