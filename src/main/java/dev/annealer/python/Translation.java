package dev.annealer.python;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
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

/// What was seen of a script, as a document.
final class Translation {
    private final PythonSource source;
    private final Recording recording;
    private final Notes notes = new Notes();
    private final ChainReader chains;

    Translation(PythonSource source, Recording recording, Map<String, PyValue> answers) {
        this.source = source;
        this.recording = recording;
        this.chains = new ChainReader(notes, answers);
    }

    ScriptImport result() {
        source.brokenLine().ifPresent(line -> notes.remark(line, "this is not Python 3; what could be read around it was"));
        Optional<Candidate> best = new Candidates(recording).best();
        if (best.isEmpty()) {
            notes.fail(0, "no optimizer and no scheduler of PyTorch was found");
            return result(null, null);
        }
        return result(best.get(), document(best.get()));
    }

    private ScriptImport result(Candidate candidate, Document document) {
        return new ScriptImport(
                Optional.ofNullable(document).filter(made -> compiles(made)),
                List.copyOf(notes.unresolved().values()),
                notes.remarks(),
                candidate == null ? List.of() : new LoopChecks(recording, candidate).findings(),
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
        List<Stage> stages = stages(candidate);
        if (candidate.scheduler() != null && chains.converted() == 0) {
            return null;
        }
        var loop = new LoopReader(recording, candidate, notes);
        StepUnit stepOn = loop.stepOn();
        Training training = loop.training(stepOn);
        return new Document(training, optimizer(candidate), new ScheduleSpec(stepOn, stages));
    }

    private List<Stage> stages(Candidate candidate) {
        if (candidate.scheduler() != null) {
            return chains.stages(candidate.scheduler());
        }
        notes.remark(candidate.optimizer().at().line(), "the script has no scheduler: its learning rate stays as it is");
        return List.of(new Stage(new SchedulerSpec(SchedulerType.CONSTANT_LR, Map.of("factor", Input.of(1))), Input.NONE));
    }

    private Optimizer optimizer(Candidate candidate) {
        if (candidate.optimizer() != null) {
            return new OptimizerReader(notes, candidate.optimizer()).read();
        }
        notes.remark(candidate.scheduler().at().line(), "the optimizer is not made in this script; SGD stands in for it");
        return Optimizer.of("SGD", Input.of(notes.missing("lr", candidate.scheduler().at().line(), "the optimizer's learning rate")));
    }
}
