package dev.annealer.schedule.expression;
@SuppressWarnings("serial")
public class ExpressionException extends Exception { public String getMessage() { return ""; } public String remedy() { return ""; } }
