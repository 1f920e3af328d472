package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Problem;
import dev.annealer.recipe.Catalogue;
import dev.annealer.recipe.Recipe;
import dev.annealer.schedule.Compilation;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentStore;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Dialogs;
import dev.annealer.ui.support.Dialogs.FileKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;

/// Draws another document, or a recipe, behind the open one.
final class Comparing {
    private final ChartViewModel chart;
    private final Dialogs dialogs;
    private final Background background;
    private Background.@Nullable Job reading;
    private Background.@Nullable Job compiling;

    Comparing(ChartViewModel chart, Dialogs dialogs, Background background) {
        this.chart = chart;
        this.dialogs = dialogs;
        this.background = background;
    }

    /// Whether nothing is drawn behind.
    BooleanBinding isOff() {
        return chart.comparedProperty().isNull();
    }

    void stop() {
        giveUp();
        chart.stopComparing();
    }

    void withDocument() {
        var kinds = List.of(
                new FileKind(get("files.kind.documents"), List.of("*.json")), new FileKind(get("files.kind.all"), List.of("*")));
        dialogs.chooseToOpen(get("compare.title"), kinds).ifPresent(this::withDocument);
    }

    private void withDocument(Path file) {
        giveUp();
        String fileName = file.getFileName().toString();
        reading = background.run(
                _ -> DocumentStore.read(file.toAbsolutePath()).document(),
                document -> with(document, document.name().isBlank() ? fileName : document.name()),
                failure -> {
                    if (failure instanceof DocumentException e) {
                        refuse(fileName, e.problems());
                    } else {
                        failed(failure);
                    }
                });
    }

    /// Gives all recipes to `done`, read in the background: that takes longer than a frame.
    void recipes(Consumer<List<Recipe>> done) {
        background.run(_ -> Catalogue.load().recipes(), done, this::failed);
    }

    void with(Recipe recipe) {
        with(recipe.published(), recipe.title());
    }

    private void with(Document document, String name) {
        giveUp();
        compiling = background.run(
                progress -> ScheduleCompiler.compileWhole(document, progress),
                compilation -> {
                    switch (compilation) {
                        case Compilation.Compiled(Schedule schedule) -> chart.compareWith(schedule, get("compare.own"), name);
                        case Compilation.Refused(List<Problem> problems) -> refuse(name, problems);
                    }
                },
                this::failed);
    }

    /// What was asked for last is what is drawn.
    private void giveUp() {
        Stream.of(reading, compiling).filter(Objects::nonNull).forEach(Background.Job::cancel);
    }

    private void failed(Exception failure) {
        dialogs.error(get("compare.title"), String.valueOf(failure.getMessage()));
    }

    private void refuse(String name, List<Problem> problems) {
        dialogs.error(
                get("compare.refused", name), problems.stream().limit(3).map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
