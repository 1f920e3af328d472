package dev.annealer.schedule.expression;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A parsed expression: a pure function of the step, with the value that Python would give.
///
/// Safe to share between threads.
public final class Expression {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Set<String> RESERVED = Set.of(
            "step", "epoch", "math", "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
            "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in",
            "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");

    private final Node root;
    private final Map<String, Number> constants;
    private final Optional<FastEvaluator> fast;
    private final Optional<BlockEvaluator> inBlocks;

    private Expression(Node root, Map<String, Number> constants) {
        this.root = root;
        this.constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        this.fast = FastEvaluator.of(root);
        this.inBlocks = BlockEvaluator.of(root);
    }

    /// @param constants named numbers, each a `BigInteger` (Python's int) or a `Double` (its float)
    /// @throws ExpressionException naming the text that is not of the language, and its column
    public static Expression parse(String source, Map<String, Number> constants) throws ExpressionException {
        for (Map.Entry<String, Number> constant : constants.entrySet()) {
            checkName(constant.getKey());
            if (constant.getValue() instanceof BigInteger big && big.bitLength() > 4096) {
                throw new ExpressionException("`" + constant.getKey() + "` has more than 4096 bits", "make it a float");
            }
        }
        return new Expression(ExpressionParser.parse(source, constants), constants);
    }

    private static void checkName(String name) throws ExpressionException {
        if (!IDENTIFIER.matcher(name).matches() || RESERVED.contains(name)) {
            throw new ExpressionException(
                    "`" + name + "` can't be the name of a constant",
                    "use letters, digits and _, and no word of Python, nor step or epoch");
        }
    }

    /// The expression with the same value at every step: what stands in for one that does not parse.
    public static Expression constant(long value) {
        Number number = PythonArithmetic.of(value);
        return new Expression(new Node.Literal(number), Map.of());
    }

    public Node root() {
        return root;
    }

    /// In the order they were given.
    public Map<String, Number> constants() {
        return constants;
    }

    /// The value at `step >= 0`.
    ///
    /// @throws EvaluationException where Python would raise, or the value is negative or not finite
    public double at(long step) {
        double value;
        try {
            value = PythonArithmetic.toDouble(ExactEvaluator.evaluate(root, step));
        } catch (ArithmeticException e) {
            throw new EvaluationException(step, String.valueOf(e.getMessage()));
        }
        if (!Double.isFinite(value)) {
            throw new EvaluationException(step, "the value is " + (Double.isNaN(value) ? "not a number" : "infinite"));
        }
        if (value < 0) {
            throw new EvaluationException(step, "the value is negative (" + value + ")");
        }
        return value;
    }

    /// The same, with NaN in place of an exception.
    public double atOrNaN(long step) {
        double value;
        try {
            value = fast.isPresent() && step <= StaticType.LAST_STEP
                    ? fast.get().at(step)
                    : PythonArithmetic.toDouble(ExactEvaluator.evaluate(root, step));
        } catch (ArithmeticException _) {
            return Double.NaN;
        }
        return value >= 0 && value < Double.POSITIVE_INFINITY ? value : Double.NaN;
    }

    /// Sets `values[from … to-1]` to the values at `step`, `step + 1`, …: bit for bit those of {@link #atOrNaN}.
    public void fill(double[] values, int from, int to, long step) {
        var block = new Block();
        double[] results = block.borrow();
        for (int i = from; i < to; i += Block.STEPS) {
            block.set(step + (i - from), Math.min(Block.STEPS, to - i));
            evaluate(block, results);
            System.arraycopy(results, 0, values, i, block.count());
        }
    }

    private void evaluate(Block block, double[] results) {
        if (inBlocks.isPresent() && block.first() + block.count() <= StaticType.LAST_STEP) {
            try {
                inBlocks.get().evaluate(block, results);
                ArrayArithmetic.refuseUnusable(results, block.count());
                return;
            } catch (ArithmeticException _) {
                // Some of its steps have no value, or one that only the exact arithmetic knows: they are told apart below.
            }
        }
        for (int i = 0; i < block.count(); i++) {
            results[i] = atOrNaN(block.first() + i);
        }
    }
}
