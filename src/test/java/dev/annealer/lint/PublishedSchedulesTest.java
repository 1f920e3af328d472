package dev.annealer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.recipe.Catalogue;
import dev.annealer.recipe.Recipe;
import dev.annealer.testing.Findings;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What others have trained with raises no alarm; where a recipe is an exception, its document says why.
class PublishedSchedulesTest {
    static Stream<Recipe> recipes() {
        return Catalogue.load().recipes().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void areFreeOfErrorsAndWarnings(Recipe recipe) {
        assertThat(Findings.report(recipe.document()).findings())
                .as(recipe.id())
                .allMatch(finding -> finding.severity() == Severity.INFO);
    }
}
