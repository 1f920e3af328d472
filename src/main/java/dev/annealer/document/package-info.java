/// What the user wrote, and nothing that follows from it: immutable records that allow half-typed and invalid values, so
/// that every state of a text field is a document, every edit makes the next one, and undo is a list of snapshots.
///
/// {@link dev.annealer.document.SchedulerType} is the catalogue of schedulers and their parameters; reading, writing,
/// editing and the schema all follow it.
@NullMarked
package dev.annealer.document;

import org.jspecify.annotations.NullMarked;

