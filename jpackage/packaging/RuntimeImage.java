package packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A Java runtime of just the modules that the application needs, JavaFX among them.
///
/// JavaFX's jars carry its native libraries as resources, which JavaFX would unpack into the user's home folder at the first
/// start. So each jar becomes a jmod whose libraries jlink puts where the runtime keeps its own.
record RuntimeImage(Build build) {
    /// Beside those that these need: `java.sql` is Jackson's, for the types of it that it knows by name.
    private static final List<String> MODULES = List.of("java.desktop", "java.sql", "javafx.controls");
    private static final List<String> NATIVE = List.of(".so", ".dylib", ".dll");
    /// AWT's window system, which a headless AWT never loads; splash screens; sound; filters of images; the runtime's files for
    /// another Java and for making caches of classes.
    private static final List<String> UNUSED = List.of(
            "libawt_xawt.so", "libsplashscreen.so", "libjsound.so", "libmlib_image.so", "jrt-fs.jar", "classlist");
    /// What AOT caches hold already, or few ever need. The rest is not compressed: it starts faster so, and a package compresses
    /// it better than jlink.
    private static final List<String> SELDOM_READ = List.of(
            "/java.desktop/**", "/java.xml/**", "/java.base/sun/nio/cs/**", "/javafx.graphics/com/sun/prism/es2/**");
    /// `javafx-graphics-26.0.2-linux.jar`, not the empty one without a platform.
    private static final Pattern JAVAFX = Pattern.compile("(javafx-[a-z]+)-[0-9.]+-[a-z].*\\.jar");

    static boolean isJavaFx(Path jar) {
        return jar.getFileName().toString().startsWith("javafx-");
    }

    Path link() throws IOException, InterruptedException {
        Path jmods = Files.createDirectories(build.out().resolve("jmods"));
        for (Path jar : Folders.list(build.libraries())) {
            var matcher = JAVAFX.matcher(jar.getFileName().toString());
            if (matcher.matches()) {
                createJmod(jar, jmods.resolve(matcher.group(1) + ".jmod"));
            }
        }
        Path runtime = build.out().resolve("runtime");
        Tools.jdk("jlink", List.of(
                "--module-path", jmods.toString(),
                "--add-modules", String.join(",", MODULES),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress", "zip-6:filter=" + String.join(",", SELDOM_READ),
                "--exclude-resources", "@" + UnusedClasses.list(build.out().resolve("unused.txt")),
                "--output", runtime.toString()));
        for (String unused : UNUSED) {
            Files.deleteIfExists(runtime.resolve("lib").resolve(unused));
        }
        stripSymbols(runtime);
        return runtime;
    }

    /// The symbols of native libraries are for those who debug them.
    private static void stripSymbols(Path runtime) throws IOException, InterruptedException {
        if (Platform.current() != Platform.LINUX || !Tools.has("strip")) {
            return;
        }
        for (Path file : Folders.walk(runtime.resolve("lib"))) {
            if (file.toString().endsWith(".so")) {
                Tools.run(new ProcessBuilder("strip", "--strip-unneeded", file.toString()));
            }
        }
    }

    private void createJmod(Path jar, Path jmod) throws IOException {
        Path unpacked = Files.createDirectories(build.out().resolve("unpacked").resolve(jar.getFileName().toString()));
        Path classes = Files.createDirectories(unpacked.resolve("classes"));
        Path libraries = Files.createDirectories(unpacked.resolve("lib"));
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path root = files.getPath("/");
            for (Path path : Folders.walk(root)) {
                Path target = (isNative(path) ? libraries : classes).resolve(root.relativize(path).toString());
                if (Files.isRegularFile(path) && !path.startsWith("/META-INF")) {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                }
            }
        }
        Tools.jdk("jmod", List.of(
                "create", "--class-path", classes.toString(), "--libs", libraries.toString(), jmod.toString()));
    }

    private static boolean isNative(Path path) {
        return NATIVE.stream().anyMatch(path.toString()::endsWith);
    }
}
