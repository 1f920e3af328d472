package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The dmg of macOS or the msi of Windows, by jpackage: an app image with a launcher for the window and one for the command line,
/// trained through its own launcher, then wrapped.
record NativeInstaller(Build build) {
    private static final String NAME = "Annealer";
    private static final String COMMAND_LINE = "annealer-cli";

    void make(Path application, Path runtime) throws IOException, InterruptedException {
        boolean windows = Platform.current() == Platform.WINDOWS;
        Path image = Files.createDirectories(build.out().resolve("image"));
        Tools.jdk("jpackage", imageArguments(application, runtime, image, windows));
        Path root = windows ? image.resolve(NAME) : image.resolve(NAME + ".app/Contents");
        Path app = root.resolve("app");
        Path launchers = windows ? root : root.resolve("MacOS");
        String ending = windows ? ".exe" : "";
        Path scratch = build.out().resolve("training");
        AotCache.WINDOW.train(List.of(launchers.resolve(NAME + ending).toString()), app, scratch);
        AotCache.COMMAND_LINE.train(
                List.of(launchers.resolve(COMMAND_LINE + ending).toString(), "--version"), app, scratch);
        useCache(app.resolve(NAME + ".cfg"), AotCache.WINDOW);
        useCache(app.resolve(COMMAND_LINE + ".cfg"), AotCache.COMMAND_LINE);
        Tools.jdk("jpackage", installerArguments(windows ? root : image.resolve(NAME + ".app"), windows));
    }

    private List<String> imageArguments(Path application, Path runtime, Path image, boolean windows) throws IOException {
        var arguments = new ArrayList<>(common("app-image", image));
        arguments.addAll(List.of(
                "--input", application.toString(),
                "--runtime-image", runtime.toString(),
                "--main-jar", build.jar().getFileName().toString(),
                "--main-class", Build.MAIN_CLASS,
                "--icon", icon(windows),
                "--add-launcher", COMMAND_LINE + "=" + commandLineLauncher(windows)));
        JavaOptions.ALL.forEach(option -> arguments.addAll(List.of("--java-options", option)));
        return arguments;
    }

    /// The second launcher; on Windows one that has a console.
    private Path commandLineLauncher(boolean windows) throws IOException {
        String text = windows ? "win-console=true\nwin-menu=false\nwin-shortcut=false\n" : "";
        return Files.writeString(build.out().resolve(COMMAND_LINE + ".properties"), text);
    }

    private static void useCache(Path configuration, AotCache cache) throws IOException {
        String text = Files.readString(configuration);
        Files.writeString(configuration, text + "java-options=-XX:AOTCache=$APPDIR/" + cache.fileName() + "\n");
    }

    private List<String> installerArguments(Path image, boolean windows) {
        var arguments = new ArrayList<>(common(windows ? "msi" : "dmg", build.out()));
        String system = windows ? "windows" : "macos";
        arguments.addAll(List.of(
                "--app-image", image.toString(),
                "--license-file", "LICENSE",
                "--file-associations", "jpackage/" + system + "/document.properties"));
        if (windows) {
            arguments.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser", "--win-per-user-install"));
        }
        return arguments;
    }

    private List<String> common(String type, Path target) {
        return List.of(
                "--type", type,
                "--dest", target.toString(),
                "--name", NAME,
                "--app-version", version(),
                "--vendor", "The Annealer developers",
                "--description", "Design learning-rate schedules");
    }

    /// macOS knows no version that begins with a zero.
    private String version() {
        boolean mac = Platform.current() == Platform.MACOS;
        return mac ? build.version().replaceFirst("^0\\.", "1.") : build.version();
    }

    private static String icon(boolean windows) {
        return windows ? "jpackage/windows/annealer.ico" : "jpackage/macos/annealer.icns";
    }
}
