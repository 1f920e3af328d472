/// Foreign files to numeric columns: delimited text of many dialects, JSON of many shapes, trainer logs.
@NullMarked
package dev.annealer.table;

import org.jspecify.annotations.NullMarked;
