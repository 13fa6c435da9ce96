"""From what a proposer answered to the code in it, tolerant of how models really answer."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from pipeline.records import Form, Reason

LONGEST_REPLY = 1_000_000
_FENCE = re.compile(r"^[ \t]*(```+|~~~+)[ \t]*([\w+.-]*)[^\n]*\n(.*?)(?:^[ \t]*\1[ \t]*$|\Z)", re.M | re.S)
_TAGS = {
    "c": Form.C,
    "h": Form.C,
    "cpp": Form.C,
    "llvm": Form.IR,
    "ll": Form.IR,
    "ir": Form.IR,
    "llvm-ir": Form.IR,
    "llvmir": Form.IR,
    "passes": Form.PASSES,
    "json": Form.PASSES,
}
INTENT_LENGTH = 300


@dataclass(frozen=True)
class Code:
    """The code of a reply: its form, its text, and the proposer's short statement of intent."""

    form: Form
    text: str
    intent: str


def parse_reply(reply: str, hot: str) -> Code | tuple[Reason, str]:
    """Find the code in a reply; a reason and words when there is none.

    Fences may be missing, unlabelled or several; the longest block that defines the hot function wins, then the longest
    recipe of passes.
    """
    if len(reply) > LONGEST_REPLY:
        return Reason.TOO_LONG, f"the reply has {len(reply):,} characters; {LONGEST_REPLY:,} is the limit"
    blocks = [(match[2].lower(), match[3]) for match in _FENCE.finditer(reply)]
    found = [code for tag, text in blocks if (code := _classify(tag, text, hot))]
    if not found and (bare := _classify("", reply, hot)):
        return Code(bare.form, bare.text, "")
    if not found:
        return _nothing(reply, blocks, hot)
    best = max(found, key=lambda code: (code.form is not Form.PASSES, len(code.text)))
    return Code(best.form, best.text, _intent(reply))


def _nothing(reply: str, blocks: list[tuple[str, str]], hot: str) -> tuple[Reason, str]:
    if any(re.search(r"^define\b|^\w[\w\s*]*\w\s*\([^;]*\)\s*\{", text, re.M) for _, text in [*blocks, ("", reply)]):
        return Reason.OTHER_FUNCTION, f"the reply has code, but no definition of {hot}"
    return Reason.NO_CODE, "the reply holds no code: a block in C, LLVM IR or a recipe of passes was expected"


def _classify(tag: str, text: str, hot: str) -> Code | None:
    form = _TAGS.get(tag)
    name = re.escape(hot)
    if form in (None, Form.IR) and re.search(rf'^\s*define\b[^\n]*@"?{name}"?\(', text, re.M):
        return Code(Form.IR, text, "")
    if form in (None, Form.PASSES) and text.strip().startswith("{") and _is_json_object(text):
        return Code(Form.PASSES, text, "")
    if form in (None, Form.C) and re.search(rf"\b{name}\s*\([^;{{]*\)[^;{{}}]*\{{", text):
        return Code(Form.C, text, "")
    return None


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _intent(reply: str) -> str:
    """The first words before any code, on one line."""
    before = re.split(r"^[ \t]*(?:```|~~~)", reply, maxsplit=1, flags=re.M)[0]
    line = " ".join(before.split())
    line = re.sub(r"^(?:#+ *)?(?:\*\*)?intent(?:\*\*)?:? *", "", line, flags=re.I)
    return line if len(line) <= INTENT_LENGTH else line[: INTENT_LENGTH - 1] + "…"
