package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The image that runs on a Linux without Java: `bin/annealer`, `bin/annealer-studio`, and `lib/` with the application and its
/// runtime.
///
/// The launchers are scripts: jpackage's asks rpm and dpkg at each start which package it belongs to, 130 to 200 ms long.
record LinuxImage(Build build) {
    private static final String WINDOW = "annealer-studio";
    private static final String COMMAND_LINE = "annealer";

    Path assemble(Path application, Path runtime) throws IOException, InterruptedException {
        Path image = Files.createDirectories(build.out().resolve("annealer"));
        Path lib = Files.createDirectories(image.resolve("lib"));
        Path app = Files.move(application, lib.resolve("app"));
        Files.move(runtime, lib.resolve("runtime"));
        Folders.stamp(image);
        Path scratch = build.out().resolve("training");
        AotCache.WINDOW.train(List.of(writeScript(image, WINDOW, List.of()).toString()), app, scratch);
        AotCache.COMMAND_LINE.train(
                List.of(writeScript(image, COMMAND_LINE, List.of()).toString(), "--version"), app, scratch);
        writeScript(image, WINDOW, option(AotCache.WINDOW));
        writeScript(image, COMMAND_LINE, option(AotCache.COMMAND_LINE));
        Folders.stamp(image);
        System.out.printf("%s: %d MB%n", image, Folders.size(image) / 1_000_000);
        return image;
    }

    private static List<String> option(AotCache cache) {
        return List.of("-XX:AOTCache=\"$app/" + cache.fileName() + "\"");
    }

    private static Path writeScript(Path image, String command, List<String> cache) throws IOException {
        var options = new ArrayList<>(cache);
        options.addAll(JavaOptions.ALL);
        String text = Files.readString(Path.of("jpackage/linux", command))
                .replace("@OPTIONS@", String.join(" ", options));
        return Folders.write(image.resolve("bin").resolve(command), text, "rwxr-xr-x");
    }
}
