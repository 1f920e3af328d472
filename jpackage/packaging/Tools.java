package packaging;

import java.io.IOException;
import java.util.List;
import java.util.spi.ToolProvider;

/// The JDK's tools, and programs of the system.
final class Tools {
    private Tools() {}

    /// @param name `jlink`, `jmod`, `jpackage`
    static void jdk(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
        int code = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(name + " ended with code " + code);
        }
    }

    static void run(ProcessBuilder program) throws IOException, InterruptedException {
        int code = program.inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", program.command()) + " ended with code " + code);
        }
    }

    /// Whether a program of that name can be started.
    static boolean has(String program) throws InterruptedException {
        try {
            var asked = new ProcessBuilder(program, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            return asked.start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
