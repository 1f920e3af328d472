package dev.annealer.schedule.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExpressionTest {
    /// Java's transcendental functions are within an ulp of the C library's; after a few operations that may be a few more.
    private static final double RELATIVE = 1e-12;

    private static Expression parse(String source) throws ExpressionException {
        return Expression.parse(source, Map.of());
    }

    /// Values of CPython, see `make_expression_golden.py`.
    static Stream<Arguments> golden() throws IOException {
        var mapper = new JsonMapper();
        try (var in = ExpressionTest.class.getResourceAsStream("/golden/expressions.tsv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return lines.stream().map(line -> {
                String[] cells = line.split("\t");
                var constants = new LinkedHashMap<String, Number>();
                for (Map.Entry<String, JsonNode> constant : mapper.readTree(cells[1]).properties()) {
                    constants.put(
                            constant.getKey(), PythonNumbers.constant(constant.getValue().toString()).orElseThrow());
                }
                return Arguments.of(mapper.readTree(cells[0]).stringValue(), constants, Long.parseLong(cells[2]), cells[3]);
            });
        }
    }

    @ParameterizedTest(name = "{0} with {1} at {2}")
    @MethodSource("golden")
    void hasTheValueThatPythonGives(String source, Map<String, Number> constants, long step, String expected)
            throws ExpressionException {
        Expression expression = Expression.parse(source, constants);
        if (expected.equals("error")) {
            assertThat(expression.atOrNaN(step)).isNaN();
            assertThatExceptionOfType(EvaluationException.class).isThrownBy(() -> expression.at(step));
            return;
        }
        double value = Double.parseDouble(expected.contains("p") ? expected : expected + "p0");
        agree(expression.at(step), value);
        agree(expression.atOrNaN(step), value);
    }

    /// Also with -0.0 told from 0.0, and in stretches in which only some steps have a value.
    @ParameterizedTest(name = "{0} with {1} around {2}")
    @MethodSource("golden")
    void manyStepsHaveTheBitsOfOne(String source, Map<String, Number> constants, long step, String expected)
            throws ExpressionException {
        Expression expression = Expression.parse(source, constants);
        int count = expected.equals("error") ? 20 : 1_100;
        var many = new double[count + 2];
        expression.fill(many, 1, count + 1, step);

        var oneByOne = new double[count + 2];
        for (int i = 1; i <= count; i++) {
            oneByOne[i] = expression.atOrNaN(step + i - 1);
        }
        assertThat(many).containsExactly(oneByOne);
    }

    /// Expressions as people write them are computed in blocks, all but the stretch in which something raises.
    @ParameterizedTest
    @ValueSource(strings = {
        "1 / (1 + step / 1000)",
        "0.95 ** (step // 30)",
        "min((step + 1) ** -0.5, (step + 1) * 4000 ** -1.5)",
        "step / 100 if step < 100 else 0.5 * (1 + math.cos(math.pi * (step - 100) / 900))",
        "math.sqrt(100 / step) if step > 0 else 1",
        "0.1 if 10 <= step < 20 or step % 7 == 3 and not step == 5 else max(0.0, 1 - step ** 2 / 1e6)",
        "round(math.exp(-step / 1000), 3) + int(step / 3.5) * 0 + abs(3 - step) // 2",
    })
    void usualOnesSuitBlocks(String source) throws ExpressionException {
        assertThat(BlockEvaluator.of(parse(source).root())).isPresent();
        var values = new double[3_000];
        parse(source).fill(values, 0, values.length, 0);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).as("step %d", i).isEqualTo(parse(source).at(i));
        }
    }

    /// Ints beyond 2^53 become floats by one rounding, as Python's do.
    @ParameterizedTest
    @ValueSource(strings = {"step ** 2 / 1e6", "step * (step + 1) * 0.1", "(step ** 2 + step) / 3.0", "1e-9 * step ** 2 % 7.5"})
    void largeIntsBesideFloats(String source) throws ExpressionException {
        Expression expression = parse(source);
        var values = new double[2_000];
        for (long step : new long[] {0, 94_906_000, 300_000_007, 999_990_000}) {
            expression.fill(values, 0, values.length, step);
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).as("step %d", step + i).isEqualTo(expression.at(step + i));
                assertThat(expression.atOrNaN(step + i)).isEqualTo(values[i]);
            }
        }
    }

    private static void agree(double actual, double expected) {
        assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(RELATIVE * Math.abs(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "step +                  | column 1: `step +`: this is not Python",
        "foo * 2                 | column 1: `foo`: an unknown name",
        "1 + sqrt                | column 5: `sqrt`: a function without its arguments",
        "gamma(step)             | column 1: `gamma`: an unknown function",
        "math.gamma(step)        | column 1: `math.gamma`: an unknown function",
        "step.real               | column 1: `step.real`: an attribute is not part of the language",
        "().__class__            | column 1: `().__class__`: an attribute is not part of the language",
        "step[0]                 | column 1: `step[0]`: subscript is not part of the language",
        "[1, 2]                  | column 1: `[1, 2]`: list is not part of the language",
        "'a'                     | column 1: `'a'`: string is not part of the language",
        "lambda step: step       | column 1: `lambda step: step`: a lambda is not needed: write what follows its colon",
        "step if step            | column 1: `step if step`: this is not Python",
        "step & 1                | column 1: `step & 1`: the operator & is not part of the language",
        "step << 2               | column 1: `step << 2`: the operator << is not part of the language",
        "~step                   | column 1: `~step`: an operator that is not part of the language",
        "step in step            | column 6: `in`: the operator in is not part of the language",
        "x := 3                  | column 1: `x := 3`: named expression is not part of the language",
        "step = 3                | column 1: `step = 3`: assignment is not part of the language",
        "step; step              | column 1: `step; step`: this is more than one expression",
        "1, 2                    | column 1: `1, 2`: this is more than one expression",
        "min(x for x in step)    | column 4: `(x for x in step)`: generator expression is not part of the language",
        "min(*step)              | column 5: `*step`: list splat is not part of the language",
        "round(step, ndigits=2)  | column 13: `ndigits=2`: keyword argument is not part of the language",
        "min(1)                  | column 1: `min(1)`: min() takes 2 or more arguments",
        "sqrt(1, 2)              | column 1: `sqrt(1, 2)`: sqrt() takes 1 argument",
        "log()                   | column 1: `log()`: log() takes 1 or 2 arguments",
        "5j                      | column 1: `5j`: no number of the language",
        "012                     | column 1: `012`: no number of the language",
        "True                    | column 1: `True`: true is not part of the language",
        "None                    | column 1: `None`: none is not part of the language",
        "step # comment          | column 1: `step # comment`: this is more than one expression",
        "import os               | column 1: `import os`: this is more than one expression",
        "await step              | column 1: `await step`: await is not part of the language",
        "µ + 1                   | column 1: the character `µ` is not part of the language",
    })
    void refusesWhatIsNotOfTheLanguage(String source, String message) {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> parse(source))
                .withMessage(message);
    }

    @Test
    void refusesNamesOfConstantsThatMeanSomethingElse() {
        for (String name : List.of("step", "epoch", "lambda", "True", "math", "2x", "a b", "")) {
            assertThatExceptionOfType(ExpressionException.class)
                    .isThrownBy(() -> Expression.parse("1", Map.of(name, 1.0)))
                    .withMessage("`" + name + "` can't be the name of a constant");
        }
    }

    @Test
    void aConstantHidesAFunctionOfItsName() throws ExpressionException {
        assertThat(Expression.parse("max(floor, 0.5 ** step)", Map.of("floor", 0.1)).at(10)).isEqualTo(0.1);
        assertThat(Expression.parse("math.floor(2.5) + floor", Map.of("floor", 0.5)).at(0)).isEqualTo(2.5);
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> Expression.parse("floor(2.5)", Map.of("floor", 0.5)))
                .withMessage("column 1: `floor`: a constant can't be called");
    }

    @Test
    void saysWhyAStepHasNoValue() throws ExpressionException {
        Expression expression = parse("1 / (step - 3)");

        assertThat(expression.at(4)).isEqualTo(1);
        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> expression.at(3))
                .withMessage("at step 3: division by zero");
        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> expression.at(2))
                .withMessage("at step 2: the value is negative (-1.0)");
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> parse("1" + " + 1".repeat(3000)))
                .withMessage("the expression is longer than 10000 characters");
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> parse("(".repeat(3000) + "1" + ")".repeat(3000)))
                .withMessageContaining("nested more than 200 deep");
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> Expression.parse("a", Map.of("a", BigInteger.TWO.pow(5000))))
                .withMessage("`a` has more than 4096 bits");
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageIsRefusedWithoutHarm(long seed) {
        var random = new Random(seed);
        String[] pieces = {"step", "(", ")", "+", "**", "-", "if", "else", "1", "0.5", " ", "\n", ",", "min", "not", "<", ".", "e",
            "math", ":", "=", "'", "#", "\\", "\"\"\"", "{", "[", "@", ";", "9".repeat(50), "\u0000"};
        for (int i = 0; i < 50; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                parse(text.toString()).atOrNaN(random.nextInt(1000));
            } catch (ExpressionException e) {
                assertThat(e.getMessage()).isNotBlank();
                assertThat(e.remedy()).isNotBlank();
            }
        }
    }
}
