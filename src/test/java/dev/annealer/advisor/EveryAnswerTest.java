package dev.annealer.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.advisor.Answers.Budget;
import dev.annealer.advisor.Answers.Preference;
import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Problem;
import dev.annealer.lint.rule.Rules;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Compilation;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// All combinations of answers, with numbers at and beside every threshold.
class EveryAnswerTest {
    /// Findings that name what a person does next; nobody can do it for them.
    private static final Set<String> NEXT_STEPS = Set.of("plateau-without-metric", "onecycle-untuned");

    private static final long UNKNOWN = 0;
    private static final List<Long> EPOCHS =
            List.of(UNKNOWN, 1L, 2L, 3L, 5L, 9L, 10L, 11L, 19L, 20L, 26L, 29L, 30L, 31L, 50L, 51L, 90L, 99L, 100L, 300L, 1000L);
    private static final List<Long> BATCHES =
            List.of(1L, 8L, 16L, 32L, 256L, 512L, 513L, 1024L, 1025L, 4096L, 4097L, 8192L, 65_536L);
    private static final List<Long> SAMPLES = List.of(100L, 1_003L, 5_003L);
    private static final List<OptionalLong> PARAMETERS =
            List.of(OptionalLong.empty(), OptionalLong.of(100_000_001));

    private static void forEach(Consumer<Answers> check) {
        for (Architecture architecture : Architecture.values()) {
            for (long epochs : EPOCHS) {
                for (long batch : BATCHES) {
                    for (long samples : SAMPLES) {
                        forEachChoice(architecture, epochs, batch, samples, check);
                    }
                }
            }
        }
    }

    private static void forEachChoice(
            Architecture architecture, long epochs, long batch, long samples, Consumer<Answers> check) {
        var length = epochs == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(epochs);
        for (boolean pretrained : new boolean[] {false, true}) {
            for (boolean paper : new boolean[] {false, true}) {
                for (Budget budget : Budget.values()) {
                    for (Preference optimizer : Preference.values()) {
                        for (OptionalLong parameters : PARAMETERS) {
                            check.accept(new Answers(
                                    architecture, pretrained, length, batch, samples, paper, budget, optimizer, parameters));
                        }
                    }
                }
            }
        }
    }

    @Test
    void compilesAndRaisesNoFindingButWhatToDoNext() {
        var wrong = new TreeMap<String, Answers>();
        var seen = new HashSet<Document>();
        var count = new long[1];
        forEach(answers -> {
            count[0]++;
            Document advised = Advisor.advise(answers).document();
            if (seen.add(advised)) {
                objections(advised).forEach(objection -> wrong.putIfAbsent(objection, answers));
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(count[0]).isEqualTo(8 * 21 * 13 * 3 * 2 * 2 * 3 * 3 * 2);
    }

    private static Stream<String> objections(Document advised) {
        return switch (ScheduleCompiler.compileWhole(advised, Progress.NONE)) {
            case Compilation.Refused(List<Problem> problems) -> problems.stream().map(Problem::toString);
            case Compilation.Compiled(Schedule schedule) -> Rules.LINTER.lint(advised, schedule).findings().stream()
                    .filter(finding -> !NEXT_STEPS.contains(finding.rule()))
                    .map(finding -> finding.rule() + ": " + finding.message());
        };
    }
}
