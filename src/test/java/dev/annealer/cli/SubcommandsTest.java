package dev.annealer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.testing.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A command that is alone with the command line behaves as it does among all.
class SubcommandsTest {
    /// `help` knows all commands, `--help` after a command's name only that one.
    @ParameterizedTest
    @ValueSource(strings = {"trace", "export", "find", "convert", "lint", "render", "schema", "import"})
    void explainsItselfAlike(String command) {
        var alone = CommandRun.of(command, "--help");
        assertThat(alone.code()).isZero();
        assertThat(alone.out()).startsWith("Usage: annealer " + command).contains("--version");
        assertThat(CommandRun.of("help", command).out()).isEqualTo(alone.out());
    }

    @Test
    void versionIsThatOfEveryCommand() {
        assertThat(CommandRun.of("--version").out()).startsWith("annealer ");
        assertThat(CommandRun.of("trace", "-V").out()).isEqualTo(CommandRun.of("-V").out());
    }

    @Test
    void helpListsAllButTheCompletion() {
        assertThat(CommandRun.of("--help").out().lines().filter(line -> line.matches("  [a-z].*")).map(line -> line.strip().split(" ")[0]))
                .containsExactly("trace", "export", "find", "convert", "lint", "render", "schema", "import", "help");
        assertThat(CommandRun.of("generate-completion").out()).contains("complete");
    }

    @Test
    void mistypedCommandsMeetAll() {
        var run = CommandRun.of("trcae");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("trace");
    }
}
