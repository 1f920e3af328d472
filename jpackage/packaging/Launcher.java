package packaging;

import java.util.ArrayList;
import java.util.List;

/// The two ways to start Annealer.
enum Launcher {
    COMMAND_LINE("annealer", List.of()),
    WINDOW("annealer-studio", List.of());

    /// Serial: the collector that starts fastest and takes the least memory. Warnings of the virtual machine, such as that of
    /// an AOT cache which does not fit a copied jar, are nothing a user could act upon.
    private static final List<String> COMMON = List.of("-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");

    private final String command;
    private final List<String> own;

    Launcher(String command, List<String> own) {
        this.command = command;
        this.own = own;
    }

    String command() {
        return command;
    }

    /// Of the Java virtual machine.
    List<String> options() {
        var options = new ArrayList<>(COMMON);
        options.addAll(own);
        return options;
    }
}
