/// Java classes of release 8 without dependencies.
@NullMarked
package dev.annealer.export.java;

import org.jspecify.annotations.NullMarked;

