package dev.annealer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Silenced;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Documents;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Order, silence and suppression, with rules that always speak.
class LinterTest {
    private static final Document DOCUMENT =
            Documents.ofEpochs(4, Documents.stage("", SchedulerType.STEP_LR, "step_size", "2"));

    /// Speaks of the stage at `index`, and silences `deeperThan` at the same place.
    private record Always(String id, Severity severity, int index, Set<String> deeperThan) implements Rule {
        @Override
        public About about() {
            return new About(id, severity, "", "");
        }

        @Override
        public List<Finding> check(Subject subject) {
            return List.of(finding(Place.stage(index), "said"));
        }

        @Override
        public Set<String> silences() {
            return deeperThan;
        }

        @Override
        public boolean explains(Place mine, Place theirs) {
            return mine.equals(theirs);
        }
    }

    private static LintReport report(Document document, Rule... rules) {
        Schedule schedule = ScheduleCompiler.compileWhole(document, Progress.NONE).compiled().orElseThrow();
        return new Linter(List.of(rules)).lint(document, schedule);
    }

    @Test
    void tellsTheWorstFirstAndElseInTheRulesOrder() {
        LintReport report = report(
                DOCUMENT,
                new Always("hint", Severity.INFO, 0, Set.of()),
                new Always("b", Severity.ERROR, 0, Set.of()),
                new Always("a", Severity.ERROR, 0, Set.of()),
                new Always("warning", Severity.WARNING, 0, Set.of()));
        assertThat(report.findings()).extracting(Finding::rule).containsExactly("b", "a", "warning", "hint");
        assertThat(report.count(Severity.ERROR)).isEqualTo(2);
        assertThat(report.findings().getFirst()).hasToString("schedule.stages[0]: error b: said");
    }

    @Test
    void theDeeperRuleSpeaksWhereItIsTheCause() {
        Rule deep = new Always("deep", Severity.ERROR, 0, Set.of("shallow"));
        assertThat(report(DOCUMENT, new Always("shallow", Severity.ERROR, 0, Set.of()), deep).findings())
                .extracting(Finding::rule)
                .containsExactly("deep");
        assertThat(report(DOCUMENT, new Always("shallow", Severity.ERROR, 1, Set.of()), deep).findings())
                .extracting(Finding::rule)
                .containsExactly("shallow", "deep");
    }

    @Test
    void aSilencedRuleIsKeptApartAndStillTheCause() {
        Document silenced = DOCUMENT.withSilenced(List.of(new Silenced("deep", "as published")));
        LintReport report = report(
                silenced,
                new Always("shallow", Severity.ERROR, 0, Set.of()),
                new Always("deep", Severity.ERROR, 0, Set.of("shallow")));
        assertThat(report.findings()).isEmpty();
        assertThat(report.silenced()).extracting(Finding::rule).containsExactly("deep");
    }

    @Test
    void aRuleKnowsOnlyWhatTheDocumentSays() {
        Schedule schedule = ScheduleCompiler.compileWhole(DOCUMENT, Progress.NONE).compiled().orElseThrow();
        var subject = new Subject(DOCUMENT, schedule);
        assertThat(subject.isTransformer()).isFalse();
        assertThat(subject.batchSize()).isEmpty();
        assertThat(subject.parameters()).isEmpty();

        var known = new Subject(
                DOCUMENT.withTraining(DOCUMENT.training().withArchitecture(Architecture.LANGUAGE_TRANSFORMER)), schedule);
        assertThat(known.isTransformer()).isTrue();
    }
}
