package dev.annealer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The recipes against what their sources' own formulas give, see `src/test/python/published_figures.py`.
class PublishedFiguresTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Map<String, Schedule> COMPILED = new HashMap<>();

    record Figure(String recipe, int group, long step, double lr, double tolerance, long steps) {
        static Figure of(String line) {
            String[] cells = line.split("\t");
            return new Figure(cells[0], Integer.parseInt(cells[1]), Long.parseLong(cells[2]), Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]), Long.parseLong(cells[5]));
        }
    }

    static List<Figure> figures() throws Exception {
        return Files.readAllLines(Path.of("src/test/resources/recipes/published.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Figure::of)
                .toList();
    }

    private static Schedule schedule(String id) {
        return COMPILED.computeIfAbsent(id, _ -> ScheduleCompiler.compileWhole(
                        CATALOGUE.recipe(id).orElseThrow().document(), Progress.NONE)
                .compiled()
                .orElseThrow());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void areThoseOfTheSource(Figure figure) {
        Schedule schedule = schedule(figure.recipe());
        assertThat(schedule.steps()).isEqualTo(figure.steps());
        double peak = schedule.extremes(0, schedule.steps(), figure.group()).max();
        assertThat(schedule.at(figure.step(), figure.group()))
                .isCloseTo(figure.lr(), within(figure.tolerance() * figure.lr() + 1e-15 * peak));
    }

    @Test
    void everyRecipeIsChecked() throws Exception {
        assertThat(figures().stream().map(Figure::recipe).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.recipes().stream().map(Recipe::id).toList());
    }
}
