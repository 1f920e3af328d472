/// Documents as files: strict versioned JSON in, canonical JSON out, written so that no crash loses either version; and
/// the drafts of unsaved work.
@NullMarked
package dev.annealer.storage;

import org.jspecify.annotations.NullMarked;

