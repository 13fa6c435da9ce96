"""From what a proposer answered to the code in it, tolerant of how models really answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.ir.recipe import Recipe
from pipeline.records import Form, Reason

LONGEST_REPLY = 1_000_000
_FENCE = re.compile(r"^[ \t]*(```+|~~~+)[^\n`]*\n(.*?)(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.M | re.S)
_FENCE_MARK = re.compile(r"^[ \t]*(?:```|~~~)", re.M)
_INERT_C = re.compile(
    r"/\*.*?(?:\*/|\Z)|//[^\n]*|\"(?:[^\"\\\n]|\\[^\n])*(?:\"|$)|'(?:[^'\\\n]|\\[^\n])*(?:'|$)", re.M | re.S
)
_DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.M)
_C_TOKEN = re.compile(r"[A-Za-z_]\w*|[(){};]")
_NO_FUNCTION = frozenset(("if", "for", "while", "switch", "return", "sizeof", "do", "else", "__attribute__"))
_IR_DEFINE = re.compile(r'^[ \t]*define\b(?:[^@"\n]|"[^"\n]*")*@("?)([^"(\n]*)\1\(', re.M)
_IR_LINE = re.compile(r"[ \t]*(?:define|declare|target|source_filename|attributes|[@%!;$][^ \n]+ =|\}|;)", re.M)
_TYPE_WORD = r"(?:typedef|static|extern|inline|const|void|int|double|float|char|long|short|(?:un)?signed|struct|\w+_t)"
_C_LINE = re.compile(
    rf"[ \t]*(?:#[ \t]*[a-z]|//|/\*|\}}|__attribute__|{_TYPE_WORD}\b.*[(;={{,]|"
    rf"(?:{_TYPE_WORD}[ \t*]+)*{_TYPE_WORD}[ \t*]*$)"
)
# What may stand between the end of the code before and a function's name, and how far back to look for it.
_SPECIFIERS_BACKWARDS = re.compile(r'[\w\s*(),"]*')
_LOCAL = re.compile(r"\b(?:static|inline|__inline__|__inline)\s+")
LONGEST_SPECIFIERS = 200
# A fence that opens inside a block: the outer one wraps a whole answer.
_INNER = re.compile(r"^[ \t]*(?:```+|~~~+)[^\n`]+\n", re.M)
# What models think aloud ends with one of these.
_THOUGHTS_END = ("</think>", "</thinking>", "</reasoning>", "[/THINK]", "<|channel|>final<|message|>")
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
_OBJECT = re.compile(r"^[ \t]*\{", re.M)
MOST_OBJECTS = 20
INTENT_LENGTH = 600


@dataclass(frozen=True)
class Code:
    """The code of a reply: its form, its text, and the proposer's short statement of intent."""

    form: Form
    text: str
    intent: str


def parse_reply(reply: str, hot: str) -> Code | tuple[Reason, str]:
    """Find the code in a reply; a reason and words when there is none.

    Fences may be missing, unlabelled or several; the longest block that defines the hot function wins, then
    the longest recipe of passes.
    """
    if len(reply) > LONGEST_REPLY:
        return Reason.TOO_LONG, f"the reply has {len(reply):,} characters; {LONGEST_REPLY:,} is the limit"
    reply = _plain(reply)
    blocks = [_INNER.split(match[2])[-1] for match in _FENCE.finditer(reply)]
    found = [code for text in blocks if (code := _classify(text, hot))]
    if not found and (bare := _classify(_without_prose(reply), hot) or _recipe_in_prose(reply)):
        found = [bare]
    if not found:
        return _nothing([*blocks, reply], hot)
    best = max(found, key=lambda code: (code.form is not Form.PASSES, len(code.text)))
    before = reply[: reply.find(best.text)] if not blocks else reply
    text = _with_helpers(best, blocks)
    return Code(best.form, _visible(text, hot) if best.form is Form.C else text, best.intent or _intent(before))


def _with_helpers(best: Code, blocks: list[str]) -> str:
    """The chosen block, behind those others that define functions which it uses and does not define itself."""
    if best.form is Form.PASSES:
        return best.text
    defines = _ir_functions if best.form is Form.IR else _c_functions
    own, used = set(defines(best.text)), set(_IDENTIFIER.findall(best.text))
    parts = []
    for block in blocks:
        names = set(defines(block))
        if block != best.text and names and not names & own and names & used:
            own |= names
            parts.append(block)
    return "".join([*parts, best.text])


def _plain(reply: str) -> str:
    """One kind of line end, no characters that no file can hold, nothing that was only thought aloud."""
    reply = reply.encode("utf-8", "replace").decode("utf-8").removeprefix("\ufeff")
    reply = reply.replace("\r\n", "\n").replace("\r", "\n")
    for mark in _THOUGHTS_END:
        reply = reply.rpartition(mark)[2]
    return reply


def _nothing(texts: list[str], hot: str) -> tuple[Reason, str]:
    if any(_IR_DEFINE.search(text) or any(_c_functions(text)) for text in texts):
        return Reason.OTHER_FUNCTION, f"the reply has code, but no definition of {hot}"
    if len(_FENCE_MARK.findall(texts[-1])) % 2:
        return Reason.NO_CODE, "the reply ends inside a block of code: it was cut off; answer with less before the code"
    return Reason.NO_CODE, "the reply holds no code: a block in C, LLVM IR or a recipe of passes was expected"


def _classify(text: str, hot: str) -> Code | None:
    """The form that the text itself shows; what models write behind a fence is no safe guide."""
    defined = list(_ir_functions(text))
    if hot in defined:
        return Code(Form.IR, text, "")
    if text.strip().startswith("{") and (told := _json_object(text)) is not None:
        return _wrapped(told, hot) or Code(Form.PASSES, text, "")
    if not defined and hot in _c_functions(text):
        return Code(Form.C, text, "")
    return None


def _wrapped(told: dict[str, object], hot: str) -> Code | None:
    """Code that came as a string inside a JSON object."""
    for value in told.values():
        if isinstance(value, str) and not value.lstrip().startswith("{"):
            inner = [_INNER.split(match[2])[-1] for match in _FENCE.finditer(value)] or [value]
            code = next((code for text in inner if (code := _classify(text, hot))), None)
            if code:
                return Code(code.form, code.text, _intent(str(told.get("intent", ""))))
    return None


def _recipe_in_prose(reply: str) -> Code | None:
    """The first JSON object of a reply without fences that reads like a recipe."""
    for match in list(_OBJECT.finditer(reply))[:MOST_OBJECTS]:
        start = match.end() - 1
        try:
            told, end = json.JSONDecoder().raw_decode(reply, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict) and told.keys() & Recipe.model_fields.keys():
            return Code(Form.PASSES, reply[start:end], "")
    return None


def _json_object(text: str) -> dict[str, object] | None:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _ir_functions(text: str) -> Iterator[str]:
    """Names of the functions that IR text defines."""
    return (match[2] for match in _IR_DEFINE.finditer(text))


def _c_functions(text: str) -> Iterator[str]:
    """Names of the functions that C text defines: `name ( … ) … {`, at whatever depth of braces."""
    code = _DIRECTIVE.sub("", _INERT_C.sub(" ", text))
    depth, last, names = 0, "", list[str]()
    for match in _C_TOKEN.finditer(code):
        word = match[0]
        if word == "(":
            if depth == 0 and last and last not in _NO_FUNCTION:
                names.append(last)
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        elif word in "{};" and depth == 0:
            if word == "{":
                yield from names
            names = []
        last = "" if word in "(){};" else word


def _without_prose(reply: str) -> str:
    """The part of a reply without fences from its first to its last line that can be code."""
    lines = reply.split("\n")
    looks_like_code = _IR_LINE.match if _IR_DEFINE.search(reply) else _looks_like_c
    code = [number for number, line in enumerate(lines) if looks_like_code(line)]
    is_recipe = reply.strip().startswith("{")
    return reply if is_recipe or not code else "\n".join(lines[code[0] : code[-1] + 1])


def _looks_like_c(line: str) -> bool:
    return bool(_C_LINE.match(line)) or line.lstrip().startswith("{") or line.rstrip().endswith((";", "}"))


def _visible(text: str, hot: str) -> str:
    """C in which the hot function is not static nor inline: clang drops a function that nothing calls."""
    parts, done = [], 0
    for match in re.finditer(rf"\b{re.escape(hot)}\s*\(", text):
        start = max(done, match.start() - LONGEST_SPECIFIERS)
        specifiers = _SPECIFIERS_BACKWARDS.match(text[start : match.start()][::-1])
        start = match.start() - len(specifiers[0] if specifiers else "")
        parts += [text[done:start], _LOCAL.sub("", text[start : match.start()])]
        done = match.start()
    return "".join([*parts, text[done:]])


def _intent(reply: str) -> str:
    """The first words before any code, on one line."""
    before = re.split(r"^[ \t]*(?:```|~~~)", reply, maxsplit=1, flags=re.M)[0]
    line = " ".join(before.split())
    line = re.sub(r"^(?:#+ *)?(?:\*\*)?intent\b[:*]* *", "", line, flags=re.I)
    return line if len(line) <= INTENT_LENGTH else line[: INTENT_LENGTH - 1] + "…"
