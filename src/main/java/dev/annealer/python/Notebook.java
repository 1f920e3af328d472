package dev.annealer.python;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The code of a Jupyter notebook.
final class Notebook {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Notebook() {}

    /// The code cells, an empty line between them. Lines for the shell and magic commands are made comments.
    static String code(byte[] bytes) throws ScriptFileException {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException _) {
            throw new ScriptFileException("this is no notebook, though its name ends with .ipynb");
        }
        var cells = new ArrayList<String>();
        for (JsonNode cell : root.path("cells")) {
            if (cell.path("cell_type").asString("").equals("code")) {
                cells.add(source(cell.path("source")));
            }
        }
        return String.join("\n\n", cells);
    }

    private static String source(JsonNode source) {
        List<String> lines = source.isArray()
                ? source.valueStream().map(line -> line.asString("")).toList()
                : List.of(source.asString(""));
        return String.join("", lines).replaceAll("(?m)^(\\s*)([!%])", "$1#$2");
    }
}
