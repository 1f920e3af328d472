package dev.annealer.export.target;

import dev.annealer.document.Document;
import dev.annealer.schedule.Schedule;

/// What an exporter works from.
///
/// @param name what the document is called: its own name, or its file's
/// @param schedule of the document, every step evaluated
/// @param canonicalJson the document's canonical text
public record ExportInput(String name, Document document, Schedule schedule, String canonicalJson) {}
