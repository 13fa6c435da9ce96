"""Arithmetic over named sizes, for the operation counts that `kernel.toml` states as formulas."""

from __future__ import annotations

import ast
import operator
from collections.abc import Mapping

from pipeline.errors import UsageError

_OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Pow: operator.pow,
}


def evaluate(formula: str, names: Mapping[str, int]) -> int:
    """The value of an integer formula made of names, numbers, `+ - * // **` and parentheses.

    Raises:
        UsageError: anything else is in it, or an unknown name.
    """
    try:
        return _value(ast.parse(formula, mode="eval").body, names)
    except (SyntaxError, KeyError, TypeError, ZeroDivisionError) as error:
        raise UsageError(f"not a formula over {', '.join(names)}: {formula!r} ({error})") from error


def _value(node: ast.expr, names: Mapping[str, int]) -> int:
    match node:
        case ast.Constant(value=int(number)):
            return number
        case ast.Name(id=name):
            return names[name]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return int(_OPERATORS[type(op)](_value(left, names), _value(right, names)))
    raise TypeError(f"{type(node).__name__} is not allowed")
