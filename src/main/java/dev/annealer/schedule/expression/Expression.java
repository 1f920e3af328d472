package dev.annealer.schedule.expression;
import java.util.Map;
public final class Expression {
    public static Expression parse(String s, Map<String, PyNumber> c) throws ExpressionException { return new Expression(); }
    public static Expression constant(double v) { return new Expression(); }
    public double at(long step) { return 1; }
    public double atOrNaN(long step) { return 1; }
    public String source() { return ""; }
}
