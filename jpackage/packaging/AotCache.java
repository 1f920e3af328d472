package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The classes that a start needs, read, linked and profiled ahead of time by a run that does what users do: some commands, then
/// sixty and more turns of a knob in the window.
///
/// One cache for both launchers: a second one would start the command line some 60 ms sooner, and weigh 28 MB.
record AotCache(Build build) {
    static final String NAME = "annealer.aot";

    /// @param script starts the window without a cache
    /// @param app where the cache goes
    void train(Path script, Path app) throws IOException, InterruptedException {
        Path scratch = Files.createDirectories(build.out().resolve("training"));
        var training = new ProcessBuilder(script.toString());
        training.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", List.of(
                "-XX:AOTCacheOutput=" + app.resolve(NAME),
                "-Dannealer.rehearsal.commands=jpackage/training/commands.txt",
                "-Dannealer.rehearsal.report=" + scratch.resolve("window.txt"),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw")));
        List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME")
                .forEach(name -> training.environment().put(name, scratch.toString()));
        Tools.run(training);
    }
}
