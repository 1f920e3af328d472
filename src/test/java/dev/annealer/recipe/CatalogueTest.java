package dev.annealer.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.Compilation;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentReader;
import dev.annealer.storage.DocumentWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Path FILES = Path.of("src/main/resources/dev/annealer/recipe");
    private static final Catalogue CATALOGUE = Catalogue.load();

    static Stream<Recipe> recipes() {
        return CATALOGUE.recipes().stream();
    }

    private static List<String> ids(String words) {
        return CATALOGUE.search(words).stream().map(Recipe::id).toList();
    }

    @Test
    void theIndexNamesEveryFileOnce() throws Exception {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(recipes().map(recipe -> recipe.id() + ".json"))
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void eachCompilesAndSurvivesAsADocument(Recipe recipe) throws Exception {
        Compilation compilation = ScheduleCompiler.compileWhole(recipe.document(), Progress.NONE);
        assertThat(compilation.problems()).isEmpty();
        String text = DocumentWriter.write(recipe.document());
        assertThat(DocumentReader.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(recipe.document());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void eachSaysWhereItIsFrom(Recipe recipe) {
        assertThat(recipe.year()).isBetween(2015, 2026);
        assertThat(recipe.source()).isNotBlank();
        assertThat(recipe.tags()).isNotEmpty();
        assertThat(recipe.document().notes())
                .startsWith("Source: " + recipe.source() + " (" + recipe.year() + "). ")
                .hasSizeLessThan(500);
        assertThat(recipe.document().name()).isEqualTo(recipe.title());
        recipe.modern().ifPresent(id -> assertThat(CATALOGUE.recipe(id).orElseThrow().model()).isEqualTo(recipe.model()));
    }

    @Test
    void isSearchedByTheWordsOfTitleTagsOptimizerAndYear() {
        assertThat(ids("")).hasSize(CATALOGUE.recipes().size());
        assertThat(ids("resnet 50 V2")).containsExactly("resnet50-torchvision-v2");
        assertThat(ids("ResNet-50 large batch")).containsExactly("resnet50-large-batch");
        assertThat(ids("noam")).containsExactly("transformer-base");
        assertThat(ids("adafactor")).containsExactlyInAnyOrder("t5-inverse-sqrt", "t5-finetune");
        assertThat(ids("whisper 2022")).containsExactly("whisper-large");
        assertThat(ids("fine-tuning cifar")).containsExactly("vit-b16-finetune-cifar10");
        assertThat(ids("no such model")).isEmpty();
    }

    @Test
    void aReproductionComesWithItsModernVariantFirst() {
        assertThat(CATALOGUE.counterparts(CATALOGUE.recipe("resnet50-torchvision-v1").orElseThrow()))
                .extracting(Recipe::id)
                .startsWith("resnet50-torchvision-v2")
                .contains("resnet50-paper")
                .doesNotContain("resnet50-torchvision-v1");
        assertThat(CATALOGUE.counterparts(CATALOGUE.recipe("deit-small").orElseThrow())).isEmpty();
    }
}
