package packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What of the JDK's modules no part of Annealer comes near: most of Swing, AWT's windows, sound, printing by AWT, XSLT, XML
/// schemas, TLS and ciphers (nothing here opens a connection). jlink leaves out whole modules only; these are a tenth of the
/// package.
final class UnusedClasses {
    private static final List<String> FOLDERS = List.of(
            "java.desktop/javax/swing/plaf",
            "java.desktop/javax/swing/colorchooser",
            "java.desktop/javax/swing/filechooser",
            "java.desktop/javax/swing/table",
            "java.desktop/javax/swing/text",
            "java.desktop/javax/swing/tree",
            "java.desktop/sun/swing",
            "java.desktop/javax/print",
            "java.desktop/javax/sound",
            "java.desktop/com/sun/java/swing",
            "java.desktop/com/sun/media/sound",
            "java.desktop/sun/print",
            "java.xml/com/sun/org/apache/xalan",
            "java.xml/com/sun/org/apache/bcel",
            "java.xml/com/sun/org/apache/xpath",
            "java.xml/com/sun/org/apache/xml/internal/dtm",
            "java.xml/com/sun/java_cup",
            "java.xml/jdk/xml/internal/jdkcatalog",
            "java.base/sun/security/tools",
            "java.base/sun/security/ssl",
            "java.base/com/sun/crypto/provider",
            "java.desktop/sun/awt/X11",
            "java.xml/com/sun/org/apache/xerces/internal/impl/xs",
            "java.xml/com/sun/org/apache/xerces/internal/impl/dv/xs");
    /// Without the packages within.
    private static final String SWING = "java.desktop/javax/swing";
    /// JavaFX's former look, a colour space of photographs.
    private static final List<String> RESOURCES = List.of(
            "/javafx.controls/com/sun/javafx/scene/control/skin/caspian/caspian.bss",
            "/javafx.controls/com/sun/javafx/scene/control/skin/caspian/caspian.css",
            "/java.desktop/sun/java2d/cmm/profiles/PYCC.pf");

    private UnusedClasses() {}

    /// Writes them down in jlink's way. One class of each package stays, because a module has to have the packages it names.
    static Path list(Path file) throws IOException {
        var lines = new ArrayList<>(RESOURCES);
        FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (String folder : FOLDERS) {
            Path root = runtime.getPath("/modules", folder);
            if (Files.exists(root)) {
                Folders.walk(root).stream().filter(Files::isDirectory).forEach(each -> addAllButOne(each, lines));
            }
        }
        addAllButOne(runtime.getPath("/modules", SWING), lines);
        return Files.write(file, lines);
    }

    private static void addAllButOne(Path folder, List<String> lines) {
        try {
            Folders.list(folder).stream()
                    .filter(Files::isRegularFile)
                    .skip(1)
                    .forEach(path -> lines.add(path.toString().substring("/modules".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
