package dev.annealer.ui.findings;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import dev.annealer.document.Silenced;
import dev.annealer.lint.Finding;
import dev.annealer.lint.LintReport;
import dev.annealer.lint.Severity;
import dev.annealer.lint.rule.Rules;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Dialogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The findings of the open document, found in the background after each edit, and what can be done about each.
public final class FindingsViewModel {
    private final Session session;
    private final Background background;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<LintReport> report = new ReadOnlyObjectWrapper<>(LintReport.EMPTY);
    private final ObjectProperty<@Nullable Finding> pointed = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Finding> asked = new SimpleObjectProperty<>();
    private @Nullable Document linted;
    private Background.@Nullable Job linting;

    public FindingsViewModel(Session session, Background background, Dialogs dialogs) {
        this.session = session;
        this.background = background;
        this.dialogs = dialogs;
        session.documentProperty().subscribe(_ -> refresh());
        session.evaluatedProperty().subscribe(_ -> refresh());
        session.staleProperty().subscribe(_ -> refresh());
    }

    /// Not on the frame's path: a lambda over millions of steps, or a metric of many values, takes milliseconds.
    private void refresh() {
        if (linting != null) {
            linting.cancel();
            linting = null;
        }
        Document document = session.document();
        Schedule schedule = session.scheduleProperty().get();
        if (schedule == null || session.staleProperty().get()) {
            show(document, LintReport.EMPTY);
        } else if (session.evaluatedProperty().get()) {
            linting = background.run(
                    _ -> Rules.LINTER.lint(document, schedule),
                    found -> show(document, found),
                    _ -> show(document, LintReport.EMPTY));
        }
    }

    private void show(Document document, LintReport found) {
        linted = document;
        pointed.set(null);
        report.set(found);
    }

    public Session session() {
        return session;
    }

    /// What is found in the last document that compiled and was gone through; empty while the document does not compile.
    public ReadOnlyObjectProperty<LintReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// The finding under the pointer or with the focus: its stretch of the run is shaded. Null for none.
    public ObjectProperty<@Nullable Finding> pointedProperty() {
        return pointed;
    }

    /// The finding that somebody asked for elsewhere, to be shown in the list. Null for none.
    public ObjectProperty<@Nullable Finding> askedProperty() {
        return asked;
    }

    /// Brings a finding into sight.
    public void ask(Finding finding) {
        asked.set(null);
        asked.set(finding);
    }

    /// Brings the worst finding into sight, where there is one.
    public void askFirst() {
        report.get().findings().stream().findFirst().ifPresent(this::ask);
    }

    /// Those about a stage or something in it, the worst first.
    public List<Finding> ofStage(int index) {
        Place stage = Place.stage(index);
        return report.get().findings().stream()
                .filter(finding -> finding.where().isWithin(stage))
                .toList();
    }

    /// `2 errors · 1 warning`; empty where nothing is found.
    public String summary() {
        return FindingCounts.of(report.get().findings());
    }

    /// One undoable edit. A fix belongs to the document that it was found in.
    void fix(Finding finding) {
        if (session.document().equals(linted)) {
            finding.fix().ifPresent(fix -> session.edit(fix.label(), fix.edit()));
        }
    }

    /// Asks for the reason, and keeps it in the document.
    void silence(Finding finding) {
        Optional<String> reason = dialogs.askText(
                get("findings.silence.title", finding.rule()), get("findings.silence.reason"), get("findings.silence.suggested"));
        reason.map(String::strip).filter(text -> !text.isEmpty()).ifPresent(text -> session.edit(
                get("edit.silence", finding.rule()), document -> {
                    var silenced = new ArrayList<>(document.silenced());
                    silenced.add(new Silenced(finding.rule(), text));
                    return document.withSilenced(silenced);
                }));
    }

    void hearAgain(Silenced silenced) {
        session.edit(get("edit.hear-again", silenced.rule()), document -> document.withSilenced(document.silenced().stream()
                .filter(other -> !other.equals(silenced))
                .toList()));
    }

    List<Silenced> silenced() {
        return session.document().silenced();
    }

    /// Why the document does not compile.
    List<Problem> problems() {
        return session.problemsProperty().get();
    }

    boolean hasFindings() {
        return !report.get().findings().isEmpty();
    }

    /// The worst of some findings; empty for none.
    static Optional<Severity> worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).min(Severity::compareTo);
    }
}
