package dev.annealer.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine;

/// The commands below `annealer`, by name, in the order of its help.
///
/// picocli reads the annotations of every command that it is told of, which takes longer than a `--version` and most traces do
/// otherwise. So it is told of those only that the arguments can ask for.
final class Subcommands {
    private static final Set<String> VERSION = Set.of("--version", "-V");
    private static final Map<String, Class<?>> ALL = all();

    private Subcommands() {}

    private static Map<String, Class<?>> all() {
        var commands = new LinkedHashMap<String, Class<?>>();
        commands.put("trace", TraceCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("find", FindCommand.class);
        commands.put("convert", ConvertCommand.class);
        commands.put("lint", LintCommand.class);
        commands.put("render", RenderCommand.class);
        commands.put("schema", SchemaCommand.class);
        commands.put("import", ImportCommand.class);
        commands.put("help", HelpCommand.class);
        commands.put("generate-completion", GenerateCompletion.class);
        return commands;
    }

    /// Adds the one that `args` begin with; none for the version alone; all where help, a completion or a mistake has to know them.
    static void add(String[] args, CommandLine line) {
        if (args.length == 1 && VERSION.contains(args[0])) {
            return;
        }
        Class<?> first = args.length == 0 ? null : ALL.get(args[0]);
        if (first != null && first.getPackage() == Subcommands.class.getPackage()) {
            line.addSubcommand(args[0], first);
        } else {
            ALL.forEach(line::addSubcommand);
            line.getSubcommands().get("generate-completion").getCommandSpec().usageMessage().hidden(true);
        }
    }
}
