package dev.annealer.schedule.expression;
import java.util.Optional;
public record PyNumber(double v) { public static Optional<PyNumber> parse(String s) { return Optional.of(new PyNumber(1)); } public static PyNumber of(long v) { return new PyNumber(v); } }
