package dev.annealer.ui.importer;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Training;
import dev.annealer.python.ScriptFile;
import dev.annealer.python.ScriptFileException;
import dev.annealer.python.ScriptImport;
import dev.annealer.python.Unresolved;
import dev.annealer.python.value.PyValue;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.CurvePoints;
import dev.annealer.ui.support.Dialogs.FileKind;
import dev.annealer.ui.support.Dialogs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A script that is opened or pasted, and the document that follows from it and from the answers to what it does not say.
public final class ScriptViewModel {
    private final Predicate<Document> opener;
    private final Dialogs dialogs;
    private final Background background;
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper chain = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper training = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Document> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<CurvePoints>> curves = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<ScriptQuestion> questions = FXCollections.observableArrayList();
    private final ObservableList<ScriptNote> notes = FXCollections.observableArrayList();
    private Background.@Nullable Job reading;
    private @Nullable Path file;
    private @Nullable ScriptImport read;

    /// @param opener opens a document in the editor; false where the person would not leave the one that is there
    public ScriptViewModel(Predicate<Document> opener, Dialogs dialogs, Background background) {
        this.opener = opener;
        this.dialogs = dialogs;
        this.background = background;
        code.subscribe(_ -> read());
    }

    /// Asks for a file and reads it.
    public void choose() {
        var kinds = List.of(new FileKind(get("script.kind"), List.of("*.py", "*.ipynb")), new FileKind(get("files.kind.all"), List.of("*")));
        dialogs.chooseToOpen(get("script.open.title"), kinds).ifPresent(this::load);
    }

    /// Takes the code of a file, or says why it can't be read.
    public void load(Path file) {
        background.run(_ -> ScriptFile.read(file), text -> show(file, text), failure -> dialogs.error(
                get("files.unreadable.title", file.getFileName()),
                failure instanceof ScriptFileException known ? known.getMessage() : get("script.unreadable")));
    }

    private void show(Path from, String text) {
        code.set(text);
        file = from;
    }

    private void read() {
        if (reading != null) {
            reading.cancel();
        }
        String script = code.get();
        if (script.isBlank()) {
            file = null;
            questions.clear();
            clear();
            return;
        }
        Map<String, PyValue> answers = answers();
        reading = background.run(_ -> ScriptResult.of(script, answers), this::show, _ -> clear());
    }

    private Map<String, PyValue> answers() {
        var answers = new LinkedHashMap<String, PyValue>();
        questions.forEach(question -> question.value().ifPresent(value -> answers.put(question.expression(), value)));
        return answers;
    }

    private void clear() {
        notes.clear();
        curves.set(List.of());
        document.set(null);
        chain.set("");
        training.set("");
    }

    private void show(ScriptResult result) {
        List<String> asked = result.asked().stream().map(Unresolved::expression).toList();
        boolean changed = !asked.equals(questions.stream().map(ScriptQuestion::expression).toList());
        if (changed) {
            questions.setAll(result.asked().stream().map(this::question).toList());
        }
        read = result.found();
        notes.setAll(ScriptNote.of(result.found()));
        curves.set(result.curves());
        document.set(result.found().document().orElse(null));
        chain.set(result.found().document().map(ScriptViewModel::chainOf).orElse(""));
        training.set(result.found().document().map(ScriptViewModel::trainingOf).orElse(""));
    }

    /// The one that stood there before, with what was typed into it.
    private ScriptQuestion question(Unresolved missing) {
        return questions.stream().filter(known -> known.expression().equals(missing.expression())).findFirst().orElseGet(() -> {
            var question = new ScriptQuestion(missing);
            question.answerProperty().addListener((_, _, _) -> read());
            return question;
        });
    }

    private static String chainOf(Document document) {
        return document.schedule().stages().stream()
                .map(stage -> stage.scheduler().type().pytorchName())
                .collect(Collectors.joining(" → "));
    }

    private static String trainingOf(Document document) {
        Training training = document.training();
        String length = training.isSizedInSteps()
                ? get("script.steps", training.steps().text())
                : training.stepsPerEpoch().isBlank()
                        ? get("script.epochs", training.epochs().text())
                        : get("script.epochs-of", training.epochs().text(), training.stepsPerEpoch().text());
        String lr = document.optimizer().groups().isEmpty()
                ? document.optimizer().lr().text()
                : document.optimizer().groups().stream().map(group -> group.name() + " " + group.lr()).collect(Collectors.joining(", "));
        return get("script.training", document.optimizer().type(), lr, length, get("script.per." + document.schedule().stepOn().key()));
    }

    /// @return whether the document is open now
    public boolean open() {
        Document made = document.get() == null || file == null || read == null ? document.get() : read.named(file).orElse(null);
        return made != null && opener.test(made);
    }

    public BooleanBinding cannotOpen() {
        return document.isNull();
    }

    public StringProperty codeProperty() {
        return code;
    }

    /// The schedulers, as in `LinearLR → CosineAnnealingLR`; empty where none was found.
    public ReadOnlyStringProperty chainProperty() {
        return chain.getReadOnlyProperty();
    }

    /// The optimizer and the length of the run.
    public ReadOnlyStringProperty trainingProperty() {
        return training.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<CurvePoints>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /// What the script does not say.
    public ObservableList<ScriptQuestion> questions() {
        return FXCollections.unmodifiableObservableList(questions);
    }

    /// What is to be known of the script, with its lines.
    public ObservableList<ScriptNote> notes() {
        return FXCollections.unmodifiableObservableList(notes);
    }
}
