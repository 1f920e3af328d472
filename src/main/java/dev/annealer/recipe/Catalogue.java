package dev.annealer.recipe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All recipes, in the order in which they are shown.
public final class Catalogue {
    private static final String INDEX = "index.txt";

    private final List<Recipe> recipes;

    private Catalogue(List<Recipe> recipes) {
        this.recipes = List.copyOf(recipes);
    }

    /// Reads the files of the program: some tens of milliseconds.
    public static Catalogue load() {
        return new Catalogue(ids().stream().map(RecipeReader::read).toList());
    }

    private static List<String> ids() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Catalogue.class.getResourceAsStream(INDEX), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Recipe> recipes() {
        return recipes;
    }

    public Optional<Recipe> recipe(String id) {
        return recipes.stream().filter(recipe -> recipe.id().equals(id)).findFirst();
    }

    /// Those that have every word of `words` in their title, model, optimizer, tags, source or year; all for no words.
    public List<Recipe> search(String words) {
        return recipes.stream().filter(recipe -> recipe.matches(words)).toList();
    }

    /// The other recipes for the same model: the modern one of a reproduction first.
    public List<Recipe> counterparts(Recipe recipe) {
        Stream<Recipe> modern = recipe.modern().flatMap(this::recipe).stream();
        Stream<Recipe> siblings = recipes.stream().filter(other -> other.model().equals(recipe.model()));
        return Stream.concat(modern, siblings).filter(other -> !other.equals(recipe)).distinct().toList();
    }
}
