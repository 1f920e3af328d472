package dev.annealer.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.annealer.document.Bounds;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schema against documents that are, and that are not, of the format. It is written by {@link SchemaGenerator}; whoever
/// changes that or the catalogue of schedulers writes it anew with `-Dannealer.golden.write=true` and reads the diff.
class DocumentSchemaTest {
    private static final Path RESOURCE = Path.of("src/main/resources/dev/annealer/storage/document.schema.json");
    private static final JsonMapper EXACT = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(DocumentSchema.text());

    /// Broken documents whose fault lies between fields, or in a language inside a text: what no schema says.
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "chained-cosine-too-short",
            "epochs-of-steps",
            "gamma-explodes",
            "groups-of-one-name",
            "lambda-divides-by-zero",
            "lambda-import",
            "lambda-in-a-later-stage",
            "lambda-negative",
            "lambda-syntax",
            "lambda-unknown-name",
            "length-missing-in-the-middle",
            "length-of-less-than-a-step",
            "max-lr-of-other-groups",
            "multiplicative-negative",
            "nesterov-without-momentum",
            "no-room-for-the-last",
            "pct-start-divides-by-zero",
            "plateau-not-last");

    static Stream<Path> goodDocuments() throws Exception {
        List<Path> samples;
        try (Stream<Path> files = Files.list(Path.of("sample-configs"))) {
            samples = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        return Stream.of(samples, Golden.files("golden/traces", ".json"), Golden.files("golden/exports", ".json"))
                .flatMap(List::stream);
    }

    static Stream<Path> brokenDocuments() {
        return Golden.files("documents/broken", ".json").stream();
    }

    @Test
    void isThatOfTheCatalogue() throws Exception {
        if (Boolean.getBoolean("annealer.golden.write")) {
            Files.writeString(RESOURCE, SchemaGenerator.schema());
        }
        assertThat(Files.readString(RESOURCE)).isEqualTo(SchemaGenerator.schema());
    }

    @Test
    void isASchemaItself() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(EXACT.readTree(DocumentSchema.text()))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodDocuments")
    void acceptsWhatIsOfTheFormat(Path file) throws Exception {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenDocuments")
    void refusesWhatIsBrokenInStructure(Path file) throws Exception {
        String name = file.getFileName().toString().replace(".json", "");
        List<String> errors = errors(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        if (BEYOND_A_SCHEMA.contains(name)) {
            assertThat(errors).as("it could be taken off the list of what is beyond a schema").isEmpty();
        } else {
            assertThat(errors).isNotEmpty();
        }
    }

    /// A field with a value at or beside its bound.
    record Case(SchedulerType type, String field, String value) {}

    static Stream<Case> bounds() {
        var cases = new ArrayList<Case>();
        for (SchedulerType type : SchedulerType.values()) {
            for (Parameter parameter : type.parameters()) {
                values(parameter).forEach(value -> cases.add(new Case(type, parameter.name(), value)));
            }
        }
        return cases.stream();
    }

    private static Stream<String> values(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Real real -> around(real.bounds());
            case Parameter.PerGroup perGroup -> Stream.concat(around(perGroup.bounds()), around(perGroup.bounds()).map(value -> "[" + value + "]"));
            case Parameter.Count count -> around(count.min());
            case Parameter.Steps steps -> around(steps.min());
            case Parameter.Milestones _ -> around(0).map(value -> "[" + value + "]");
            case Parameter.Toggle _ -> Stream.of("true", "false", "1", "\"true\"");
            case Parameter.Choice choice -> Stream.concat(
                    choice.options().stream().map(word -> "\"" + word + "\""), Stream.of("\"other\"", "1"));
            case Parameter.Formula _ -> Stream.of("\"1\"", "\" \"", "1");
            case Parameter.NamedNumbers _ -> Stream.of("{\"a\": 1}", "{\"a\": \"1\"}", "{\"a b\": 1}", "{\"step\": 1}", "[]");
            case Parameter.Schedulers _ -> Stream.of(
                    "[{\"scheduler\": \"ExponentialLR\", \"gamma\": 1}]", "[]", "[{\"scheduler\": \"LambdaLR\", \"lr_lambda\": \"1\"}]");
        };
    }

    private static Stream<String> around(Bounds bounds) {
        return Stream.of(bounds.min() - 0.01, bounds.min(), bounds.min() + 0.01, bounds.max() - 0.01, bounds.max(), bounds.max() + 0.01)
                .filter(Double::isFinite)
                .map(Object::toString);
    }

    private static Stream<String> around(long min) {
        return Stream.of(min - 1 + "", min + "", min + ".5", min + ".0", "9007199254740993", "\"" + min + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void agreesWithTheProgramOnEveryFieldOfAScheduler(Case field) throws Exception {
        String document = document(field);
        assertThat(errors(document).isEmpty()).as(document).isEqualTo(isAccepted(document));
    }

    @Test
    void theBoundsAreTriedFromBothSides() throws Exception {
        List<Case> all = bounds().toList();
        long accepted = 0;
        for (Case field : all) {
            accepted += isAccepted(document(field)) ? 1 : 0;
        }
        assertThat(accepted).isBetween(60L, all.size() - 60L);
    }

    /// Whether the program takes the field; that a learning rate grows beyond all bounds with it is another matter.
    private static boolean isAccepted(String document) {
        try {
            return ScheduleCompiler.compile(DocumentReader.read(document.getBytes(StandardCharsets.UTF_8)))
                    .problems()
                    .stream()
                    .allMatch(problem -> problem.message().startsWith("the learning rate is "));
        } catch (DocumentException _) {
            return false;
        }
    }

    private static String document(Case field) {
        var keys = new ArrayList<String>();
        for (Parameter parameter : field.type().parameters()) {
            if (parameter.name().equals(field.field())) {
                keys.add("\"" + parameter.name() + "\": " + field.value());
            } else if (parameter.required()) {
                keys.add("\"" + parameter.name() + "\": " + anyValue(parameter));
            }
        }
        String parameters = keys.isEmpty() ? "" : ", " + String.join(", ", keys);
        return """
                {"annealer": 1, "training": {"epochs": 7}, "optimizer": {"type": "SGD", "lr": 0.1},
                 "schedule": {"step_on": "epoch", "stages": [{"scheduler": "%s"%s}]}}
                """.formatted(field.type().pytorchName(), parameters);
    }

    private static String anyValue(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Formula _ -> "\"1\"";
            case Parameter.Milestones _ -> "[1]";
            case Parameter.Schedulers _ -> "[{\"scheduler\": \"ExponentialLR\", \"gamma\": 1}]";
            case Parameter.Steps _, Parameter.Count _ -> "3";
            default -> "0.5";
        };
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "1.5, false", "'\"10%\"', true", "'\"100%\"', true", "'\"100.0%\"', true", "'\"100.1%\"', false",
        "'\"0%\"', false", "'\"0.0%\"', false", "'\"20.5%\"', true", "'\"5ep\"', true", "'\"0ep\"', false", "'\"5 ep\"', false",
        "'\"-5ep\"', false", "'\"5\"', false", "'\"101%\"', false", "'\"010%\"', true", "true, false", "null, false"})
    void agreesWithTheProgramOnLengths(String length, boolean good) throws Exception {
        String document = """
                {"annealer": 1, "training": {"epochs": 10}, "optimizer": {"type": "SGD", "lr": 0.1}, "schedule": {"step_on": "epoch",
                 "stages": [{"scheduler": "ExponentialLR", "gamma": 1, "length": %s}]}}
                """.formatted(length);
        assertThat(errors(document).isEmpty()).isEqualTo(good);
        assertThat(isAccepted(document)).isEqualTo(good);
    }

    private static List<String> errors(String document) {
        try {
            JsonNode tree = EXACT.readTree(document);
            return tree.isMissingNode() ? List.of("nothing") : SCHEMA.validate(tree).stream().map(Object::toString).toList();
        } catch (JacksonException e) {
            return List.of("not JSON: " + e.getOriginalMessage());
        } catch (NumberFormatException e) {
            // What Jackson's own tree says of an exponent beyond everything.
            return List.of("no number: " + e.getMessage());
        }
    }

    @Test
    void namesEveryScheduler() {
        JsonNode stage = EXACT.readTree(DocumentSchema.text()).at("/$defs/stage/properties/scheduler/enum");
        assertThat(stage.valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Arrays.stream(SchedulerType.values()).map(SchedulerType::pytorchName).toList());
    }
}
