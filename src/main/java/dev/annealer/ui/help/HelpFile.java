package dev.annealer.ui.help;

import dev.annealer.document.SchedulerType;
import dev.annealer.storage.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The texts of all schedulers and their parameters, from `schedulers.json`. Read when help is first asked for.
final class HelpFile {
    private static final class Holder {
        private static final Map<SchedulerType, SchedulerHelp> ALL = read();
    }

    private HelpFile() {}

    static SchedulerHelp of(SchedulerType type) {
        return Holder.ALL.get(type);
    }

    private static Map<SchedulerType, SchedulerHelp> read() {
        try (InputStream file = HelpFile.class.getResourceAsStream("schedulers.json")) {
            JsonNode root = JsonTree.read(file.readAllBytes());
            var all = new EnumMap<SchedulerType, SchedulerHelp>(SchedulerType.class);
            root.properties().forEach(entry ->
                    all.put(SchedulerType.named(entry.getKey()).orElseThrow(), scheduler(entry.getValue())));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchedulerHelp scheduler(JsonNode node) {
        var parameters = new LinkedHashMap<String, SchedulerHelp.ParameterHelp>();
        node.required("parameters").properties().forEach(entry -> parameters.put(entry.getKey(), parameter(entry.getValue())));
        return new SchedulerHelp(text(node, "what"), text(node, "formula"), node.required("example"), parameters);
    }

    private static SchedulerHelp.ParameterHelp parameter(JsonNode node) {
        return new SchedulerHelp.ParameterHelp(
                text(node, "what"),
                text(node, "typical"),
                List.copyOf(node.path("compare").values()),
                node.path("with"),
                node.path("draws").asString("").equals("momentum"));
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).asString();
    }
}
