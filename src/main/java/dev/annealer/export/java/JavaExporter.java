package dev.annealer.export.java;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// One Java class of release 8, without dependencies.
public final class JavaExporter implements Exporter {
    private static final About ABOUT = new About("java", "Java", Language.JAVA, ".java");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public String fileName(ExportInput input, String stem) {
        return JavaText.className(input.name()) + ABOUT.ending();
    }

    @Override
    public Export export(ExportInput input) {
        return new Export.Code(new JavaClass(input, new Shape.Plain(JavaText.className(input.name()))).write());
    }
}
