package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The image that runs on a Linux without Java: `bin/annealer`, `bin/annealer-studio`, and `lib/` with the application and its
/// runtime.
///
/// The launchers are scripts: jpackage's asks rpm and dpkg at each start which package it belongs to, 130 to 200 ms long.
record LinuxImage(Build build) {
    Path assemble(Path application, Path runtime) throws IOException, InterruptedException {
        Path image = Files.createDirectories(build.out().resolve("annealer"));
        Path lib = Files.createDirectories(image.resolve("lib"));
        Path app = Files.move(application, lib.resolve("app"));
        Files.move(runtime, lib.resolve("runtime"));
        Folders.stamp(image);
        for (Launcher launcher : Launcher.values()) {
            Path script = writeScript(image, launcher, "");
            Path cache = new AotCache(build, launcher).train(script, app);
            writeScript(image, launcher, "-XX:AOTCache=\"$app/" + cache.getFileName() + "\"");
        }
        Folders.stamp(image);
        System.out.printf("%s: %d MB%n", image, Folders.size(image) / 1_000_000);
        return image;
    }

    private static Path writeScript(Path image, Launcher launcher, String aot) throws IOException {
        String text = Files.readString(Path.of("jpackage/linux", launcher.command()))
                .replace("@AOT@ ", aot.isEmpty() ? "" : aot + " ")
                .replace("@OPTIONS@", String.join(" ", launcher.options()));
        return Folders.write(image.resolve("bin").resolve(launcher.command()), text, "rwxr-xr-x");
    }
}
