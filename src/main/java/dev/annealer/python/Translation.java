package dev.annealer.python;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.syntax.PythonSource;
import dev.annealer.python.value.PyValue;
import dev.annealer.schedule.Compilation;
import dev.annealer.schedule.ScheduleCompiler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What was seen of a script, as a document.
final class Translation {
    private final PythonSource source;
    private final Recording recording;
    private final Notes notes = new Notes();
    private final Map<String, PyValue> answers;

    Translation(PythonSource source, Recording recording, Map<String, PyValue> answers) {
        this.source = source;
        this.recording = recording;
        this.answers = answers;
    }

    ScriptImport result() {
        source.brokenLine().ifPresent(line -> notes.remark(line, "this is not Python 3; what could be read around it was"));
        Optional<Candidate> best = new Candidates(recording).best();
        if (best.isEmpty()) {
            notes.fail(0, Caveats.nothingFound(recording));
            return result(null, null);
        }
        return result(best.get(), document(best.get()));
    }

    private ScriptImport result(Candidate candidate, Document document) {
        Optional<Document> made = Optional.ofNullable(document);
        return new ScriptImport(
                made.filter(this::compiles),
                List.copyOf(notes.unresolved().values()),
                notes.remarks(),
                candidate == null ? List.of() : new LoopChecks(recording, candidate, made).findings(),
                notes.failures());
    }

    private boolean compiles(Document document) {
        if (ScheduleCompiler.compile(document) instanceof Compilation.Refused(var problems)) {
            problems.forEach(problem -> notes.fail(0, "what the script says is refused: " + problem));
            return false;
        }
        return true;
    }

    private Document document(Candidate candidate) {
        Optimizer optimizer = optimizer(candidate);
        Optional<ManualSchedule> manual = candidate.scheduler() == null ? ManualSchedule.find(recording, candidate, optimizer) : Optional.empty();
        var loop = new LoopReader(recording, candidate, notes, manual.map(ManualSchedule::ticker).orElse(null));
        StepUnit stepOn = manual.map(ManualSchedule::stepOn).orElseGet(loop::stepOn);
        Optional<List<Stage>> stages = manual.map(ManualSchedule::stages).or(() -> stages(candidate, optimizer));
        new Caveats(recording, candidate, manual, notes).note();
        if (stages.isEmpty()) {
            return null;
        }
        Training training = loop.training(stepOn);
        List<Stage> chain = new StepPositions(candidate, notes).adjusted(stages.get(), stepOn, training);
        return new Document(training, optimizer, new ScheduleSpec(stepOn, chain));
    }

    private Optional<List<Stage>> stages(Candidate candidate, Optimizer optimizer) {
        if (candidate.scheduler() == null && candidate.optimizer() == null) {
            notes.fail(0, "the script sets its learning rate in a way that can't be told from a counter, and makes no scheduler");
            return Optional.empty();
        }
        if (candidate.scheduler() == null) {
            notes.remark(candidate.optimizer().at().line(), "no scheduler was found: the learning rate of the document stays as it is");
            return Optional.of(List.of(new Stage(
                    new SchedulerSpec(SchedulerType.CONSTANT_LR, Map.of("factor", Input.of(1))), Input.NONE)));
        }
        var chain = new ChainReader(notes, answers, baseLrs(optimizer));
        List<Stage> stages = new PartnerReader(notes, chain, candidate, new Candidates(recording).all()).stages();
        return chain.converted() == 0 ? Optional.empty() : Optional.of(stages);
    }

    /// Of the groups, or of the one group that is not named.
    static List<Double> baseLrs(Optimizer optimizer) {
        Stream<Input> all = optimizer.groups().isEmpty() ? Stream.of(optimizer.lr()) : optimizer.groups().stream().map(ParamGroup::lr);
        return all.map(lr -> lr.number().orElse(1)).toList();
    }

    private Optimizer optimizer(Candidate candidate) {
        if (candidate.optimizer() != null) {
            return new OptimizerReader(notes, candidate.optimizer()).read();
        }
        notes.remark(0, Caveats.origin(recording) + "; SGD stands in for it");
        int line = candidate.scheduler() == null ? 0 : candidate.scheduler().at().line();
        return Optimizer.of("SGD", Input.of(notes.missing("optimizer.lr", line, "the optimizer's learning rate")));
    }
}
