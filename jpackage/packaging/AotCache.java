package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The classes that a start needs, read and linked ahead of time by a run that does what users do: one cache for each launcher,
/// as everything in a cache is there at each start, needed or not.
enum AotCache {
    /// Sixty and more turns of a knob, with what they taught the compilers.
    WINDOW("annealer-studio.aot", List.of(
            "-Dannealer.rehearsal.report=@SCRATCH@/window.txt", "-Dglass.platform=Headless", "-Dprism.order=sw")),

    /// Without what the compilers learnt: a command is over before they have made use of it.
    COMMAND_LINE("annealer.aot", List.of(
            "-Dannealer.rehearsal.commands=jpackage/training/commands.txt",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining"));

    private final String fileName;
    private final List<String> options;

    AotCache(String fileName, List<String> options) {
        this.fileName = fileName;
        this.options = options;
    }

    String fileName() {
        return fileName;
    }

    /// @param program the launcher without a cache, and what it is asked for
    /// @param app where the cache goes
    /// @param scratch a folder for what the run leaves behind
    void train(List<String> program, Path app, Path scratch) throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        var training = new ProcessBuilder(program);
        var all = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + app.resolve(fileName)));
        options.forEach(option -> all.add(option.replace("@SCRATCH@", scratch.toString())));
        training.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", all));
        List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME").forEach(name -> training.environment().put(name, scratch.toString()));
        Tools.run(training);
    }
}
