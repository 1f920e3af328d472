package dev.annealer.export.java;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// A `Tracker` of Deep Java Library, of release 8, that needs nothing but `ai.djl:api`.
public final class DjlExporter implements Exporter {
    private static final About ABOUT = new About("djl", "DJL", Language.JAVA, ".java");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public String fileName(ExportInput input, String stem) {
        return name(input) + ABOUT.ending();
    }

    /// Not that of the plain class, so that both can be saved into one folder.
    private static String name(ExportInput input) {
        return JavaText.className(input.name()) + "Tracker";
    }

    @Override
    public Export export(ExportInput input) {
        return new Export.Code(new JavaClass(input, new TrackerShape(name(input), input.schedule())).write());
    }
}
