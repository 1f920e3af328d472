"""Writes src/test/resources/golden/expressions.tsv: expressions with the values that CPython gives them.

Columns: expression, constants as JSON, step, and the value as `float.hex()` gives it, or `error` where Python raises, the value
is complex, negative or not finite, or an integer outgrows 4096 bits on the way.
"""

import json
import math
import pathlib
import random

TARGET = pathlib.Path(__file__).parents[1] / "resources/golden/expressions.tsv"
SEED = 20260101
RANDOM_EXPRESSIONS = 900
MOST_BITS = 4096

MATH = [
    "sqrt",
    "exp",
    "log",
    "log2",
    "log10",
    "cos",
    "sin",
    "tan",
    "tanh",
    "floor",
    "ceil",
]
NAMES = {name: getattr(math, name) for name in MATH}
NAMES |= {"pi": math.pi, "e": math.e, "math": math, "pow": pow}
NAMES |= {
    "min": min,
    "max": max,
    "abs": abs,
    "round": round,
    "int": int,
    "float": float,
}

HAND_PICKED = [
    ("-2 ** 2 + 10", {}),
    ("2 ** -1", {}),
    ("7 // -2 + 10", {}),
    ("-7 % 3", {}),
    ("7.5 % -2 + 2", {}),
    ("-7.5 // 2 + 10", {}),
    ("(step > 5) + 1", {}),
    ("step and 0.5", {}),
    ("step or 0.5", {}),
    ("not step", {}),
    ("round(2.675, 2)", {}),
    ("round(0.5)", {}),
    ("round(1.5)", {}),
    ("round(2.5) + round(3.5)", {}),
    ("round(1250, -2)", {}),
    ("round(1234.5678, -2)", {}),
    ("round(0.125, 2)", {}),
    ("min(1, (step + 1) / warmup)", {"warmup": 500}),
    ("min((step + 1) ** -0.5, (step + 1) * warmup ** -1.5)", {"warmup": 4000}),
    ("512 ** -0.5 * min((step + 1) ** -0.5, (step + 1) * 4000 ** -1.5)", {}),
    ("1 / sqrt(max(step, 10000))", {}),
    ("0.5 * (1 + cos(pi * step / total))", {"total": 1000}),
    ("0.5 * (1 + math.cos(math.pi * step / total))", {"total": 1000}),
    ("max(floor, 0.95 ** epoch)", {"floor": 0.1}),
    ("1 if step < warmup else 0.1", {"warmup": 30}),
    (
        "step / warmup if step < warmup else (1 - sqrt((step - warmup) / 1000)) if step < 1030 else 0",
        {"warmup": 30},
    ),
    ("1 < step < 10", {}),
    ("1 < step <= 10 != 3", {}),
    ("0 <= step == step", {}),
    ("3 ** 50 % 7", {}),
    ("2 ** 4095 / 2 ** 4090", {}),
    ("2 ** 4096 / 2 ** 4090", {}),
    ("2 ** 5000", {}),
    ("10 ** 400", {}),
    ("10 ** 400 / 10 ** 399", {}),
    ("(10 ** 400 + 1) // 10 ** 399", {}),
    ("9007199254740993 - 9007199254740992.0", {}),
    ("9007199254740993 == 9007199254740992.0", {}),
    ("9007199254740993 > 9007199254740992.0", {}),
    ("(2 ** 53 + 1) / 1", {}),
    ("(2 ** 70 + 1) / 3", {}),
    ("1 / step", {}),
    ("min(1, 1 / step)", {}),
    ("step ** -1", {}),
    ("0 ** step", {}),
    ("0.0 ** 0", {}),
    ("(-1) ** 0.5", {}),
    ("(-8) ** 2 ** 0.5", {}),
    ("sqrt(step - 5)", {}),
    ("log(step)", {}),
    ("log(step + 1, 10)", {}),
    ("log(8, 2)", {}),
    ("log(10 ** 500) / 1000", {}),
    ("log2(8) + log10(1000)", {}),
    ("log2(2 ** 3000)", {}),
    ("log10(10 ** 500)", {}),
    ("exp(step)", {}),
    ("exp(800)", {}),
    ("exp(-800)", {}),
    ("1e308 * 10", {}),
    ("1e308 * 10 - 1e308 * 10", {}),
    ("10.0 ** 400", {}),
    ("int(3.99) + int(-3.99) + 5", {}),
    ("int(1e300) / 1e300", {}),
    ("float(3) / 2", {}),
    ("floor(2.5) + ceil(2.5)", {}),
    ("floor(-0.5) + 2", {}),
    ("floor(1e20) % 7", {}),
    ("round(1e20) % 7", {}),
    ("step // 30 * 0.1", {}),
    ("0.1 ** (step // 30)", {}),
    ("0.1 ** floor(step / 30)", {}),
    ("0.1 ** int(step / 30)", {}),
    ("abs(-3) + abs(-2.5)", {}),
    ("1_000 + 0x10 + 0b11 + 0o17", {}),
    (".5 + 5. + 1e-3 + 1E3", {}),
    ("pow(2, 10) + math.pow(2, 0.5)", {}),
    ("pow(2, -1)", {}),
    ("math.pow(0, -1)", {}),
    ("e ** -step", {}),
    ("e", {"e": 3}),
    ("min(1, 2, 0.5, step)", {}),
    ("max(0, 1 - step / 100)", {}),
    ("max(0.0, 1 - step / 100) ** 0.9", {}),
    ("tanh(step / 10) + sin(1) + tan(0.5)", {}),
    ("+step", {}),
    ("--step", {}),
    ("not not step", {}),
    ("not step == 3", {}),
    ("-step ** 2 + 1e9", {}),
    ("2 ** 3 ** 2", {}),
    ("10 - 4 - 3", {}),
    ("100 / 10 / 2", {}),
    ("7 // 2 * 2", {}),
    ("a if b else c", {"a": 1.5, "b": 0, "c": 2}),
    ("(step % 10) / 10", {}),
    ("step % 2.5", {}),
    ("-0.0", {}),
    ("0.3 % 0.1", {}),
    ("1 // 0.1", {}),
    ("6 // 0.1", {}),
    ("(\n  1\n  + step\n)", {}),
]


class TooLarge(ArithmeticError):
    """An integer of more than 4096 bits."""


def literal(rng):
    kind = rng.random()
    if kind < 0.35:
        return str(rng.randint(0, 12))
    if kind < 0.45:
        return str(rng.randint(0, 2 ** rng.randint(1, 70)))
    if kind < 0.75:
        return repr(round(rng.uniform(0, 3), rng.randint(0, 4)))
    if kind < 0.85:
        return repr(10.0 ** rng.randint(-12, 12))
    return rng.choice(["step", "epoch", "pi", "e", "math.pi"])


def expression(rng, depth):
    if depth == 0 or rng.random() < 0.12:
        return rng.choice([literal(rng), "step", "step", rng.choice(["a", "b", "c"])])
    sub = lambda: expression(rng, depth - 1)
    kind = rng.random()
    if kind < 0.45:
        op = rng.choice(["+", "-", "*", "/", "//", "%", "**", "+", "*", "-"])
        return f"({sub()}) {op} ({sub()})" if rng.random() < 0.5 else f"{sub()} {op} {sub()}"
    if kind < 0.52:
        return rng.choice(["-", "+", "not "]) + f"({sub()})"
    if kind < 0.60:
        ops = ["<", "<=", "==", "!=", ">", ">="]
        tail = f" {rng.choice(ops)} {sub()}" if rng.random() < 0.3 else ""
        return f"({sub()} {rng.choice(ops)} {sub()}{tail})"
    if kind < 0.66:
        return f"({sub()} {rng.choice(['and', 'or'])} {sub()})"
    if kind < 0.74:
        return f"({sub()} if {sub()} else {sub()})"
    if kind < 0.86:
        name = rng.choice(["min", "max"])
        return f"{name}({', '.join(sub() for _ in range(rng.randint(2, 3)))})"
    name = rng.choice(MATH + ["abs", "round", "int", "float", "math.sqrt", "math.cos"])
    return f"{name}({sub()})"


def evaluate(text, constants, step):
    """The value as a float, or None where the language has none."""
    import ast

    tree = ast.parse(text, mode="eval")

    class Guard(ast.NodeTransformer):
        """Sends the operators whose ints grow through a check of their size."""

        def visit_BinOp(self, node):
            self.generic_visit(node)
            name = {
                ast.Pow: "_pow",
                ast.Mult: "_mul",
                ast.Add: "_add",
                ast.Sub: "_sub",
            }.get(type(node.op))
            if name is None:
                return node
            return ast.Call(ast.Name(name, ast.Load()), [node.left, node.right], [])

        def visit_Call(self, node):
            self.generic_visit(node)
            if isinstance(node.func, ast.Name) and node.func.id == "pow":
                node.func = ast.Name("_pow", ast.Load())
            return node

    def checked(value):
        if isinstance(value, int) and abs(value).bit_length() > MOST_BITS:
            raise TooLarge
        return value

    def power(a, b):
        if isinstance(a, int) and isinstance(b, int) and b > 0 and abs(a) > 1:
            if (abs(a).bit_length() - 1) * b > MOST_BITS:
                raise TooLarge
        result = checked(a**b)
        if isinstance(result, complex):
            raise ArithmeticError("it leaves the reals")
        return result

    guards = {
        "_pow": power,
        "_mul": lambda a, b: checked(a * b),
        "_add": lambda a, b: checked(a + b),
        "_sub": lambda a, b: checked(a - b),
    }
    code = compile(ast.fix_missing_locations(Guard().visit(tree)), "<expression>", "eval")
    scope = NAMES | {"step": step, "epoch": step} | guards | constants
    try:
        value = eval(code, {"__builtins__": {}}, scope)
        value = float(value)
    except (ArithmeticError, ValueError):
        return None
    return value if math.isfinite(value) and value >= 0 else None


def main():
    rng = random.Random(SEED)
    rows = []
    cases = [(text, constants, [0, 1, 3, 7, 29, 30, 500, 12345]) for text, constants in HAND_PICKED]
    for _ in range(RANDOM_EXPRESSIONS):
        constants = {
            "a": rng.randint(0, 2000),
            "b": round(rng.uniform(0, 2), 3),
            "c": rng.randint(1, 9),
        }
        cases.append(
            (
                expression(rng, rng.randint(1, 4)),
                constants,
                [0, 1, rng.randint(2, 50), rng.randint(50, 10**6)],
            )
        )
    for text, constants, steps in cases:
        for step in steps:
            try:
                value = evaluate(text, constants, step)
            except (TypeError, SyntaxError):
                continue
            shown = "error" if value is None else value.hex()
            rows.append("\t".join([json.dumps(text), json.dumps(constants), str(step), shown]))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
