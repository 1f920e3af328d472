package packaging;

import java.nio.file.Path;

/// What is packaged.
///
/// @param jar the application's jar
/// @param libraries the folder of the jars it needs, JavaFX among them
/// @param version `1.2.3`
/// @param out the folder that everything is made in
record Build(Path jar, Path libraries, String version, Path out) {
    static final String MAIN_CLASS = "dev.annealer.Launcher";
}
