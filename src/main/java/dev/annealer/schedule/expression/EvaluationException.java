package dev.annealer.schedule.expression;
@SuppressWarnings("serial")
public class EvaluationException extends RuntimeException { public String reason() { return ""; } }
