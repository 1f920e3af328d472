package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.advisor.Advice;
import dev.annealer.advisor.Advisor;
import dev.annealer.advisor.Answers;
import dev.annealer.advisor.Answers.Budget;
import dev.annealer.advisor.Answers.Preference;
import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.StepUnit;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.TypedCount;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The answers, and the advice that follows from them at once. It is a document in a session of its own, so that it is drawn
/// as every document is, with the open one behind it.
public final class AdvisorViewModel {
    private static final long USUAL_SAMPLES = 50_000;

    private final Session session;
    private final Predicate<Document> opener;
    private final Session proposal;
    private final ChartViewModel chart;

    private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>(Architecture.OTHER);
    private final ObjectProperty<Boolean> pretrained = new SimpleObjectProperty<>(false);
    private final StringProperty epochs = new SimpleStringProperty("100");
    private final BooleanProperty lengthUnknown = new SimpleBooleanProperty();
    private final StringProperty batchSize = new SimpleStringProperty("128");
    private final StringProperty samples = new SimpleStringProperty(Long.toString(USUAL_SAMPLES));
    private final BooleanProperty paper = new SimpleBooleanProperty();
    private final ObjectProperty<Budget> budget = new SimpleObjectProperty<>(Budget.NORMAL);
    private final ObjectProperty<Preference> optimizer = new SimpleObjectProperty<>(Preference.USUAL);

    private final ReadOnlyObjectWrapper<Advice> advice;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private OptionalLong parameters = OptionalLong.empty();
    private boolean filling;

    /// @param session of the open document
    /// @param opener opens a document as a new one; false where the person would rather keep the one that is open
    public AdvisorViewModel(Session session, Predicate<Document> opener, Background background) {
        this.session = session;
        this.opener = opener;
        Advice first = Advisor.advise(answers());
        advice = new ReadOnlyObjectWrapper<>(first);
        proposal = new Session(first.document(), background);
        chart = new ChartViewModel(proposal);
        chart.axisUnitProperty().set(StepUnit.EPOCH);
        for (Property<?> answer : List.of(
                architecture, pretrained, epochs, lengthUnknown, batchSize, samples, paper, budget, optimizer)) {
            answer.subscribe(_ -> advise());
        }
    }

    /// Begins with what is known of the open document.
    public void begin() {
        filling = true;
        var known = new Known(session.document());
        architecture.set(known.architecture());
        pretrained.set(known.pretrained());
        epochs.set(Long.toString(known.epochs()));
        lengthUnknown.set(false);
        batchSize.set(Long.toString(known.batchSize()));
        samples.set(Long.toString(known.samples()));
        paper.set(false);
        budget.set(Budget.NORMAL);
        optimizer.set(known.optimizer());
        parameters = known.parameters();
        filling = false;
        advise();
    }

    private void advise() {
        if (filling) {
            return;
        }
        problem.set(wrong());
        if (!problem.get().isEmpty()) {
            return;
        }
        Advice given = Advisor.advise(answers());
        proposal.open(given.document(), null, true);
        advice.set(given);
        compare();
    }

    private void compare() {
        Schedule current = session.scheduleProperty().get();
        if (current == null) {
            chart.stopComparing();
        } else {
            chart.compareWith(current, get("advisor.chart.proposal"), get("advisor.chart.now"));
        }
    }

    /// What is wrong with the numbers; empty where nothing is.
    private String wrong() {
        if (!lengthUnknown.get() && count(epochs, Answers.MOST_EPOCHS).isEmpty()) {
            return wrong("advisor.epochs", Answers.MOST_EPOCHS);
        }
        if (count(batchSize, Answers.MOST_SAMPLES).isEmpty()) {
            return wrong("advisor.batch", Answers.MOST_SAMPLES);
        }
        OptionalLong seen = count(samples, Answers.MOST_SAMPLES);
        if (seen.isEmpty()) {
            return wrong("advisor.samples", Answers.MOST_SAMPLES);
        }
        return Answers.isTooShort(length(), seen.getAsLong())
                ? get("advisor.too-short", Long.toString(Answers.FEWEST_SAMPLES_SEEN))
                : "";
    }

    private static String wrong(String key, long most) {
        return get("advisor.wrong", get(key), Long.toString(most));
    }

    private OptionalLong length() {
        return lengthUnknown.get() ? OptionalLong.empty() : count(epochs, Answers.MOST_EPOCHS);
    }

    private static OptionalLong count(StringProperty text, long most) {
        return TypedCount.of(text.get(), most);
    }

    private Answers answers() {
        return new Answers(
                architecture.get(), pretrained.get(), length(), count(batchSize, Answers.MOST_SAMPLES).orElseThrow(),
                count(samples, Answers.MOST_SAMPLES).orElseThrow(), paper.get(), budget.get(), optimizer.get(), parameters);
    }

    /// Puts the advice in the place of the open document: one undoable edit. A name that is a file's, the metric and what is
    /// silenced stay.
    public void use() {
        Document advised = advice.get().document();
        boolean isFile = session.fileProperty().get() != null;
        session.edit(get("edit.advice"), open -> advised.withName(isFile ? open.name() : advised.name())
                .withTraining(advised.training().withAccumulation(open.training().accumulation()))
                .withMetric(open.metric())
                .withSilenced(open.silenced()));
    }

    /// @return whether the advice is the open document now
    public boolean openAsNew() {
        return opener.test(advice.get().document());
    }

    /// The chart of the advice.
    public ChartViewModel chart() {
        return chart;
    }

    /// The schedule of the advice.
    public ReadOnlyObjectProperty<Schedule> scheduleProperty() {
        return proposal.scheduleProperty();
    }

    /// The last advice that there was; it stays while {@link #problemProperty()} says what is wrong.
    public ReadOnlyObjectProperty<Advice> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ObjectProperty<Architecture> architectureProperty() {
        return architecture;
    }

    public ObjectProperty<Boolean> pretrainedProperty() {
        return pretrained;
    }

    public StringProperty epochsProperty() {
        return epochs;
    }

    public BooleanProperty lengthUnknownProperty() {
        return lengthUnknown;
    }

    public StringProperty batchSizeProperty() {
        return batchSize;
    }

    /// Of one epoch.
    public StringProperty samplesProperty() {
        return samples;
    }

    public BooleanProperty paperProperty() {
        return paper;
    }

    public ObjectProperty<Budget> budgetProperty() {
        return budget;
    }

    public ObjectProperty<Preference> optimizerProperty() {
        return optimizer;
    }
}
