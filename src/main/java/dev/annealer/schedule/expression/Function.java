package dev.annealer.schedule.expression;

import java.util.Arrays;
import java.util.Optional;

/// The functions of the language, by their names in Python.
public enum Function {
    MIN("min", false, 2, Integer.MAX_VALUE),
    MAX("max", false, 2, Integer.MAX_VALUE),
    ABS("abs", false, 1, 1),
    ROUND("round", false, 1, 2),
    INT("int", false, 1, 1),
    FLOAT("float", false, 1, 1),
    /// The built-in `pow`, which is `**`.
    POW("pow", false, 2, 2),
    MATH_POW("pow", true, 2, 2),
    SQRT("sqrt", true, 1, 1),
    EXP("exp", true, 1, 1),
    LOG("log", true, 1, 2),
    LOG2("log2", true, 1, 1),
    LOG10("log10", true, 1, 1),
    COS("cos", true, 1, 1),
    SIN("sin", true, 1, 1),
    TAN("tan", true, 1, 1),
    TANH("tanh", true, 1, 1),
    FLOOR("floor", true, 1, 1),
    CEIL("ceil", true, 1, 1);

    private final String pythonName;
    private final boolean ofMath;
    private final int fewest;
    private final int most;

    Function(String pythonName, boolean ofMath, int fewest, int most) {
        this.pythonName = pythonName;
        this.ofMath = ofMath;
        this.fewest = fewest;
        this.most = most;
    }

    /// `min`, or `math.sqrt` for one of the module `math`.
    public String qualifiedName() {
        return ofMath ? "math." + pythonName : pythonName;
    }

    public String pythonName() {
        return pythonName;
    }

    public boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    /// How many arguments it takes, in words.
    String arity() {
        if (most == Integer.MAX_VALUE) {
            return fewest + " or more arguments";
        }
        String count = fewest == most ? Integer.toString(fewest) : fewest + " or " + most;
        return count + (most == 1 ? " argument" : " arguments");
    }

    /// Without `math.`: the built-in one where both exist.
    public static Optional<Function> bare(String name) {
        return Arrays.stream(values())
                .filter(function -> function.pythonName.equals(name))
                .findFirst();
    }

    public static Optional<Function> ofMath(String name) {
        return Arrays.stream(values())
                .filter(function -> function.ofMath && function.pythonName.equals(name))
                .findFirst();
    }
}
