package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The classes that a start needs, read, linked and profiled ahead of time by a run that does what users do.
record AotCache(Build build, Launcher launcher) {
    /// @param script starts the application without a cache
    /// @param app where the cache goes
    Path train(Path script, Path app) throws IOException, InterruptedException {
        Path cache = app.resolve(launcher.command() + ".aot");
        var training = new ProcessBuilder(script.toString());
        if (launcher == Launcher.COMMAND_LINE) {
            training.command().add("--version");
        }
        Map<String, String> environment = training.environment();
        environment.put("JAVA_TOOL_OPTIONS", String.join(" ", options(cache)));
        Path home = Files.createDirectories(build.out().resolve("training"));
        List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME").forEach(name -> environment.put(name, home.toString()));
        Tools.run(training);
        return cache;
    }

    private List<String> options(Path cache) {
        var options = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + cache));
        switch (launcher) {
            case COMMAND_LINE -> options.add("-Dannealer.rehearsal=jpackage/training/commands.txt");
            case WINDOW -> options.addAll(Arrays.asList("-Dannealer.rehearsal=window", "-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        return options;
    }
}
