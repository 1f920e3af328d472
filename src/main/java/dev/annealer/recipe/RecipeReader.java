package dev.annealer.recipe;

import dev.annealer.document.Document;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentReader;
import dev.annealer.storage.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The file of one recipe: what is known about it around a document of our own format, which is read as strictly as any.
final class RecipeReader {
    private RecipeReader() {}

    /// @throws IllegalStateException where the file is not as it should be: it is a part of the program
    static Recipe read(String id) {
        try (InputStream file = RecipeReader.class.getResourceAsStream(id + ".json")) {
            if (file == null) {
                throw new IllegalStateException("there is no recipe " + id);
            }
            return recipe(JsonTree.read(file.readAllBytes()));
        } catch (IOException | JacksonException | DocumentException e) {
            throw new IllegalStateException("recipe " + id + ": " + e.getMessage(), e);
        }
    }

    private static Recipe recipe(JsonNode file) throws DocumentException {
        return new Recipe(
                text(file, "id"),
                text(file, "title"),
                text(file, "model"),
                file.required("year").asInt(),
                Status.named(text(file, "status")),
                text(file, "source"),
                file.required("tags").values().stream().map(JsonNode::asString).toList(),
                optional(file, "modern"),
                stated(file.path("facts")),
                optional(file, "batch_rule").map(BatchRule::named),
                text(file, "notes"),
                document(file.required("document")));
    }

    private static Document document(JsonNode document) throws DocumentException {
        return DocumentReader.read(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<Fact, String> stated(JsonNode facts) {
        var stated = new EnumMap<Fact, String>(Fact.class);
        facts.properties().forEach(fact -> stated.put(Fact.named(fact.getKey()), fact.getValue().asString()));
        return stated;
    }

    private static String text(JsonNode file, String key) {
        return file.required(key).asString();
    }

    private static Optional<String> optional(JsonNode file, String key) {
        return file.has(key) ? Optional.of(text(file, key)) : Optional.empty();
    }
}
