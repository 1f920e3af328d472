package dev.annealer.ui.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.StepUnit;
import dev.annealer.recipe.Fact;
import dev.annealer.recipe.Recipe;
import dev.annealer.testing.Here;
import dev.annealer.ui.app.StarterDocument;
import dev.annealer.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecipesViewModelTest {
    private final Session session = new Session(StarterDocument.create(), new Here());
    private final List<Document> opened = new ArrayList<>();
    private final RecipesViewModel model = new RecipesViewModel(session, opened::add, new Here());

    @BeforeEach
    void load() {
        model.load();
    }

    private void choose(String id) {
        model.searchProperty().set("");
        model.chosenProperty().set(
                model.found().stream().filter(recipe -> recipe.id().equals(id)).findFirst().orElseThrow());
    }

    private String fact(Fact fact) {
        return FactTexts.of(fact, model.shownProperty().get());
    }

    @Test
    void theFirstOfWhatIsFoundIsChosen() {
        assertThat(model.chosenProperty().get().id()).isEqualTo("resnet50-paper");
        model.searchProperty().set("swin");
        assertThat(model.found()).extracting(Recipe::id).containsExactly("swin-tiny");
        assertThat(model.chosenProperty().get().id()).isEqualTo("swin-tiny");
        model.searchProperty().set("no such thing");
        assertThat(model.shownProperty().get()).isNull();
        assertThat(model.cannotOpen().get()).isTrue();
    }

    @Test
    void theFactsAreToldAsPeopleSayThem() {
        choose("vit-b16-torchvision");
        assertThat(Fact.values()).extracting(this::fact)
                .containsExactly("AdamW", "0.003", "4,096", "300 epochs", "30 epochs (10 %)", "cosine to 1e-7");
        choose("gpt2-124m-llmc");
        assertThat(Fact.values()).extracting(this::fact)
                .containsExactly("AdamW", "6e-4", "524,288 tokens", "18,865 steps", "700 steps (3.7 %)", "cosine to 4.5e-12");
        choose("detr-resnet50");
        assertThat(fact(Fact.PEAK_LR)).isEqualTo("1e-4 / 1e-5");
    }

    @Test
    void ownNumbersShowWhatFollowsFromThem() {
        choose("resnet50-torchvision-v1");
        model.lengthProperty().set("30");
        model.batchSizeProperty().set("128");
        assertThat(fact(Fact.LENGTH)).isEqualTo("30 epochs");
        assertThat(fact(Fact.PEAK_LR)).isEqualTo("0.05");
        assertThat(model.shownProperty().get().changes()).hasSize(2);
        model.batchSizeProperty().set("many");
        assertThat(model.problemProperty().get()).isEqualTo("batch size: give a whole number of at least 1.");
        assertThat(fact(Fact.PEAK_LR)).isEqualTo("0.05");
        assertThat(model.cannotOpen().get()).isTrue();
        choose("deit-small");
        assertThat(model.lengthProperty().get()).isEmpty();
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void whatNoTrainingCanDoIsSaidInWords() {
        choose("swin-tiny");
        model.lengthProperty().set("1000000000000");
        model.samplesProperty().set("1000000000000");
        model.batchSizeProperty().set("1");
        assertThat(model.problemProperty().get()).startsWith("training");
        assertThat(model.cannotOpen().get()).isTrue();
        choose("gpt3-175b");
        model.lengthProperty().set("1");
        assertThat(model.problemProperty().get()).startsWith("schedule.stages[");
    }

    @Test
    void theOpenDocumentsRunIsAClickAway() {
        choose("resnet50-torchvision-v1");
        model.takeOpenRun();
        assertThat(model.lengthProperty().get()).isEqualTo("100");
        assertThat(model.batchSizeProperty().get()).isEqualTo("128");
        // 391 steps of 128.
        assertThat(model.samplesProperty().get()).isEqualTo("50048");
        assertThat(model.shownProperty().get().document().training().stepsPerEpoch()).isEqualTo(Input.of(391));
    }

    @Test
    void aReproductionStandsBesideItsModernVariant() {
        choose("resnet50-torchvision-v1");
        model.counterpartProperty().set(model.counterparts().getFirst());
        assertThat(model.besideProperty().get().recipe().id()).isEqualTo("resnet50-torchvision-v2");
        choose("deit-small");
        assertThat(model.besideProperty().get()).isNull();
        assertThat(model.counterparts()).isEmpty();
    }

    @Test
    void whatIsShownIsWhatOpens() {
        choose("swin-tiny");
        model.lengthProperty().set("100");
        assertThat(model.open()).isTrue();
        assertThat(opened).singleElement().satisfies(document -> {
            assertThat(document.name()).isEqualTo("Swin-T");
            assertThat(document.training().epochs()).isEqualTo(Input.of(100));
            assertThat(document.notes()).startsWith("Source: microsoft/Swin-Transformer").contains(" Scaled: 300 to 100 epochs");
        });
    }

    @Test
    void replacingIsOneEditThatKeepsTheRun() {
        choose("resnet50-torchvision-v1");
        assertThat(model.replace()).isTrue();
        Document replaced = session.document();
        assertThat(replaced.name()).isEqualTo("Warmup + cosine");
        assertThat(replaced.training()).isEqualTo(StarterDocument.create().training());
        assertThat(replaced.optimizer().type()).isEqualTo("SGD");
        // 0.1 x 128 / 256; a drop after 30 of 90 epochs comes after 33 of 100.
        assertThat(session.scheduleProperty().get().at(32, 0)).isEqualTo(0.05);
        assertThat(session.scheduleProperty().get().at(33, 0)).isCloseTo(0.005, within(1e-12));
        assertThat(session.undoLabelProperty().get()).isEqualTo("replace the schedule by ResNet-50, torchvision V1 weights");
        session.undo();
        assertThat(session.document()).isEqualTo(StarterDocument.create());
    }

    @Test
    void everyRecipeFitsEveryKindOfRun() {
        Document starter = StarterDocument.create();
        var inSteps = starter.withTraining(starter.training()
                        .withEpochs(Input.NONE).withStepsPerEpoch(Input.NONE).withSteps(Input.of(5000)))
                .withSchedule(starter.schedule().withStages(
                        List.of(starter.schedule().stages().getLast())));
        var epochsAlone = starter.withTraining(starter.training().withStepsPerEpoch(Input.NONE))
                .withSchedule(starter.schedule().withStepOn(StepUnit.EPOCH));
        for (Document open : List.of(starter, inSteps, epochsAlone)) {
            for (Recipe recipe : List.copyOf(model.found())) {
                session.open(open, null, true);
                model.chosenProperty().set(recipe);
                assertThat(model.replace()).isTrue();
                assertThat(session.problemsProperty().get()).as(recipe.id()).isEmpty();
                assertThat(session.document().training()).isEqualTo(open.training());
            }
        }
    }
}
