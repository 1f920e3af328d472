package dev.annealer.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.annealer.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the code is, an answer comes, soon and without an exception.
class ScriptFuzzTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String CHARACTERS = "()[]{}:,.=+-*/%'\"\n\t #\\@~é\u0001abcdef0123456789_";

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void brokenScriptsAreAnswered(int seed) throws Exception {
        var random = new Random(seed);
        List<Path> scripts = Golden.files("scripts", ".py");
        var text = new StringBuilder(Files.readString(scripts.get(random.nextInt(scripts.size()))));
        for (int i = random.nextInt(1, 12); i > 0 && text.length() > 2; i--) {
            mutate(text, random);
        }
        ScriptImport result = Assertions.assertTimeoutPreemptively(LONGEST, () -> ScriptImporter.read(text.toString(), Map.of()));
        assertThat(result.document().isPresent() || !result.failures().isEmpty()).as(text.toString()).isTrue();
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(1, 40));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            default -> text.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x = x = x\nx()()()", "def f(x):\n    return f(x) + f(x)\nf(1)", "a = []\na.append(a)\nsum(a)\nmax(a)\nopt = SGD(a, lr=a)",
        "x = 1\nwhile x:\n    x = x * x + x", "class A(A):\n    pass\nA()", "class A:\n    b = A\nA().b()",
        "x = 10 ** 10 ** 10\ny = 2 ** -99999999", "d = {}\nd['d'] = d\nopt = Adam(d, lr=d['d'])\nStepLR(opt, d)",
        "opt = SGD(p, lr=0.1)\nsched = SequentialLR(opt, [sched], [sched])\nSequentialLR(opt, schedulers, [1, 2])",
        "print 'python 2'\nexec 'x'\nopt = optim.SGD(p, lr=0.1)\nraise ValueError, 'no'", "lambda: (yield)\n@@@\n\\\n:",
        "f = lambda f: f(f)\nf(f)\nLambdaLR(SGD(p, lr=1), f)", "LambdaLR(SGD(p, lr=1), lambda e: [e for e in range(9)][e])",
        "for i in range(10 ** 9):\n    a = [i]\nrange(5, 1, 0)", "OneCycleLR()\nStepLR()\nSGD()\nLambdaLR()\nSequentialLR()\nChainedScheduler()"
    })
    void oddCodeIsAnswered(String script) {
        assertThatCode(() -> Assertions.assertTimeoutPreemptively(LONGEST, () -> ScriptImporter.read(script, Map.of())))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("deep nesting, long lines, long lists and long files")
    void largeCode() {
        for (String script : List.of(
                "x = " + "(".repeat(50_000) + "1" + ")".repeat(50_000), "x = " + "1+".repeat(200_000) + "1",
                "x = [" + "1, ".repeat(300_000) + "]", "x = 1\n".repeat(200_000), "if x:\n" + IntStream.range(1, 300)
                        .mapToObj(i -> " ".repeat(i) + "if x:\n").reduce("", String::concat) + " ".repeat(300) + "y = 1",
                "x = " + "f(".repeat(20_000), "#" + "x".repeat(2_000_000), "x = a" + ".b".repeat(100_000), "if a: b = 1\n".repeat(3000),
                "def f0(): pass\n" + IntStream.range(1, 60).mapToObj(i -> "def f" + i + "():\n    f" + (i - 1) + "()\n    f" + (i - 1) + "()\n")
                        .reduce("", String::concat))) {
            assertThatCode(() -> Assertions.assertTimeoutPreemptively(LONGEST, () -> ScriptImporter.read(script, Map.of())))
                    .as(script.substring(0, 20)).doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("files that are no scripts are refused in a sentence")
    void files(@TempDir Path folder) throws Exception {
        assertThat(reason(Files.writeString(folder.resolve("empty.py"), " \n"))).isEqualTo("there is no code in it; name a PyTorch script");
        assertThat(reason(Files.write(folder.resolve("weights.py"), new byte[] {80, 75, 0, 4})))
                .isEqualTo("this is no text; name a PyTorch script");
        assertThat(reason(Files.writeString(folder.resolve("broken.ipynb"), "{")))
                .isEqualTo("this is no notebook, though its name ends with .ipynb");
        assertThat(reason(folder)).isEqualTo("this is a folder; name a script in it");
        assertThat(reason(Files.writeString(folder.resolve("huge.py"), "x = 1\n".repeat(900_000))))
                .isEqualTo("it has more than two million characters of code; is this a training script?");
    }

    @Test
    @DisplayName("a notebook's code cells are read one after the other, without its magic")
    void notebook(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("train.ipynb"), """
                {"cells": [{"cell_type": "markdown", "source": ["# Training"]},
                  {"cell_type": "code", "source": ["!pip install torch\\n", "import torch"]},
                  {"cell_type": "code", "source": "opt = torch.optim.SGD(p, lr=0.5)"}]}
                """);
        assertThat(ScriptFile.read(file)).isEqualTo("#!pip install torch\nimport torch\n\nopt = torch.optim.SGD(p, lr=0.5)");
    }

    private static String reason(Path file) throws Exception {
        try {
            return ScriptFile.read(file);
        } catch (ScriptFileException e) {
            return e.getMessage();
        }
    }
}
