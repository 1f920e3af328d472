package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Problem;
import dev.annealer.document.Training;
import dev.annealer.recipe.Catalogue;
import dev.annealer.recipe.Recipe;
import dev.annealer.recipe.RecipeReplacement;
import dev.annealer.recipe.Scaled;
import dev.annealer.recipe.Target;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.TypedCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is searched, chosen, compared and scaled in the catalogue. It is read from its files when it is first asked for;
/// what is shown of a recipe is worked out in the background and kept.
public final class RecipesViewModel {
    private static final long LONGEST = 1_000_000_000_000L;

    private final Session session;
    private final Predicate<Document> opener;
    private final Background background;
    private final Map<String, ShownRecipe> known = new HashMap<>();
    private @Nullable Catalogue catalogue;
    private Background.@Nullable Job scaling;

    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Recipe> found = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Recipe> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Recipe> counterpart = new SimpleObjectProperty<>();
    private final ObservableList<Recipe> counterparts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ShownRecipe> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ShownRecipe> beside = new ReadOnlyObjectWrapper<>();
    private final StringProperty length = new SimpleStringProperty("");
    private final StringProperty batchSize = new SimpleStringProperty("");
    private final StringProperty samples = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean choosing;

    /// @param opener opens a document as a new one; false where the person would rather keep the one that is open
    public RecipesViewModel(Session session, Predicate<Document> opener, Background background) {
        this.session = session;
        this.opener = opener;
        this.background = background;
        search.subscribe(this::find);
        chosen.subscribe(this::choose);
        counterpart.subscribe(this::showBeside);
        for (StringProperty field : List.of(length, batchSize, samples)) {
            field.subscribe(_ -> scale());
        }
    }

    /// Reads the catalogue where that has not happened yet, and shows its first recipe.
    public void load() {
        if (catalogue == null) {
            background.run(_ -> Catalogue.load(), this::loaded, e -> problem.set(String.valueOf(e.getMessage())));
        }
    }

    private void loaded(Catalogue read) {
        catalogue = read;
        find(search.get());
    }

    private void find(String words) {
        if (catalogue == null) {
            return;
        }
        List<Recipe> matching = catalogue.search(words);
        found.setAll(matching);
        if (!matching.contains(chosen.get())) {
            chosen.set(matching.isEmpty() ? null : matching.getFirst());
        }
    }

    private void choose(@Nullable Recipe recipe) {
        choosing = true;
        length.set("");
        batchSize.set("");
        samples.set("");
        choosing = false;
        counterparts.setAll(recipe == null || catalogue == null ? List.of() : catalogue.counterparts(recipe));
        counterpart.set(null);
        scale();
    }

    private void showBeside(@Nullable Recipe recipe) {
        beside.set(null);
        if (recipe != null) {
            published(recipe, each -> {
                if (recipe.equals(counterpart.get())) {
                    beside.set(each);
                }
            });
        }
    }

    /// Gives `recipe` as it was published to `done`: at once where it is known, else later.
    void published(Recipe recipe, Consumer<ShownRecipe> done) {
        ShownRecipe ready = known.get(recipe.id());
        if (ready != null) {
            done.accept(ready);
            return;
        }
        background.run(
                _ -> ShownRecipe.published(recipe),
                each -> {
                    known.put(recipe.id(), each);
                    done.accept(each);
                },
                e -> problem.set(String.valueOf(e.getMessage())));
    }

    private void scale() {
        if (scaling != null) {
            scaling.cancel();
            scaling = null;
        }
        if (choosing) {
            return;
        }
        Recipe recipe = chosen.get();
        if (recipe == null) {
            shown.set(null);
            return;
        }
        String wrong = wrongField();
        problem.set(wrong);
        if (wrong.isEmpty()) {
            var target = new Target(count(length), count(batchSize), count(samples));
            scaling = background.run(
                    _ -> ShownRecipe.outcome(recipe, target),
                    outcome -> {
                        outcome.shown().ifPresent(shown::set);
                        problem.set(outcome.problem().map(Problem::toString).orElse(""));
                    },
                    e -> problem.set(String.valueOf(e.getMessage())));
        }
    }

    private String wrongField() {
        Map<String, StringProperty> fields = Map.of(
                lengthName(), length, get("recipes.scale.batch"), batchSize, get("recipes.scale.samples"), samples);
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().get().isBlank() && count(field.getValue()).isEmpty())
                .map(field -> get("recipes.scale.wrong", field.getKey()))
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static OptionalLong count(StringProperty field) {
        return TypedCount.of(field.get(), LONGEST);
    }

    /// What the chosen recipe's length is counted in: `epochs` or `steps`.
    String lengthName() {
        return get(isSizedInSteps() ? "recipes.scale.steps" : "recipes.scale.epochs");
    }

    boolean isSizedInSteps() {
        Recipe recipe = chosen.get();
        return recipe != null && recipe.published().training().isSizedInSteps();
    }

    /// Fills the fields with the run of the open document, as far as the recipe counts it the same way.
    public void takeOpenRun() {
        Training training = session.document().training();
        Target run = Target.of(training);
        boolean countsTheSame = training.isSizedInSteps() == isSizedInSteps();
        choosing = true;
        length.set(countsTheSame ? text(run.length()) : "");
        batchSize.set(text(run.batchSize()));
        samples.set(isSizedInSteps() ? "" : text(run.samples()));
        choosing = false;
        scale();
    }

    private static String text(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "";
    }

    /// @return whether the recipe, as it is shown, is the open document now
    public boolean open() {
        ShownRecipe recipe = shown.get();
        return recipe != null && opener.test(recipe.document());
    }

    /// Puts the recipe's stages and optimizer into the open document: one undoable edit.
    ///
    /// @return whether that was possible
    public boolean replace() {
        Recipe recipe = chosen.get();
        Schedule run = session.scheduleProperty().get();
        if (recipe == null || run == null || session.staleProperty().get()) {
            return false;
        }
        Scaled scaled = RecipeReplacement.into(session.document(), run, recipe);
        session.edit(get("edit.replace-schedule", recipe.title()), _ -> scaled.document());
        return true;
    }

    /// Whether nothing is shown that could be opened.
    public BooleanBinding cannotOpen() {
        return Bindings.createBooleanBinding(() -> shown.get() == null || !problem.get().isEmpty(), shown, problem);
    }

    /// Whether the open document has no run to fit a recipe into.
    public BooleanBinding cannotReplace() {
        return chosen.isNull().or(session.scheduleProperty().isNull()).or(session.staleProperty());
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// The recipes that match the search.
    public ObservableList<Recipe> found() {
        return FXCollections.unmodifiableObservableList(found);
    }

    public ObjectProperty<@Nullable Recipe> chosenProperty() {
        return chosen;
    }

    /// The recipe to hold beside the chosen one; null for none.
    public ObjectProperty<@Nullable Recipe> counterpartProperty() {
        return counterpart;
    }

    /// What the chosen recipe can be held beside.
    public ObservableList<Recipe> counterparts() {
        return FXCollections.unmodifiableObservableList(counterparts);
    }

    /// The chosen recipe, scaled where the fields say so; null where nothing is chosen.
    ReadOnlyObjectProperty<@Nullable ShownRecipe> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ShownRecipe> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /// Epochs, or steps; blank for the recipe's own.
    public StringProperty lengthProperty() {
        return length;
    }

    public StringProperty batchSizeProperty() {
        return batchSize;
    }

    /// Samples of an epoch.
    public StringProperty samplesProperty() {
        return samples;
    }

    /// What is wrong with the fields; empty where nothing is.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
