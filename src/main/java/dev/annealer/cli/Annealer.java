package dev.annealer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/// The command `annealer` with its subcommands.
@Command(
        name = "annealer",
        description = "Designs learning-rate schedules. Without a command it opens the window.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Annealer.Version.class,
        synopsisSubcommandLabel = "[COMMAND]")
public final class Annealer implements Runnable {
    private static final String PROPERTIES = "/dev/annealer/annealer.properties";

    @Spec
    private CommandSpec spec;

    /// The version that the build wrote into the resources.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var properties = new Properties();
            try (InputStream in = Annealer.class.getResourceAsStream(PROPERTIES)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new String[] {"annealer " + properties.getProperty("version")};
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /// Runs one command line.
    ///
    /// @param out UTF-8 text and bytes go here
    /// @param err messages go here, one a line
    /// @return the exit code of the contract: 0 done, 1 findings, 2 wrong usage, 3 bad input
    public static int run(String[] args, OutputStream out, OutputStream err) {
        var console = new Console(out, err);
        var line = new CommandLine(new Annealer(), new Commands(console));
        Subcommands.add(args, line);
        line.setOut(writer(console.out()));
        line.setErr(writer(console.err()));
        line.setParameterExceptionHandler((e, _) -> console.usageError(e));
        line.setExecutionExceptionHandler((e, _, _) -> console.failure(e));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // A file may be called `@run.json`.
        line.setExpandAtFiles(false);
        ArgumentTypes.register(line);
        return console.finish(line.execute(args));
    }

    /// Whether these arguments ask for the window: none, or one that is a document rather than a command or an option.
    public static boolean asksForWindow(String[] args) {
        if (args.length != 1) {
            return args.length == 0;
        }
        // No command has such a name; asking picocli for them all would take longer than the rest of a `--version`.
        boolean looksLikeFile = args[0].endsWith(".json") || args[0].contains("/") || args[0].contains("\\");
        return !args[0].startsWith("-") && looksLikeFile;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /// Makes the commands, giving each the console.
    private record Commands(Console console) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            boolean ours = Arrays.stream(type.getDeclaredConstructors())
                    .anyMatch(constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Console.class}));
            return ours
                    ? type.getDeclaredConstructor(Console.class).newInstance(console)
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
