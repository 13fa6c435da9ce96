"""Syntax colours, line by line and only for lines on the screen: LLVM IR, C, assembly."""

from __future__ import annotations

import re
from typing import Literal

from rich.text import Text

from tui.palette import Palette

Language = Literal["llvm", "c", "asm", "plain"]

_LLVM = re.compile(
    r"(?P<comment>;.*)|(?P<string>c?\"[^\"]*\")|(?P<label>^[-\w$.]+:)|(?P<local>%[-\w$.]+)|(?P<global>@[-\w$.]+)"
    r"|(?P<meta>[!#]\w*)|(?P<type>\b(?:i\d+|half|bfloat|float|double|ptr|void|x|label|metadata)\b)"
    r"|(?P<number>(?<![\w.])-?\d[\w.+-]*)"
    r"|(?P<flow>\b(?:br|ret|switch|phi|call|tail|invoke|unreachable|select|indirectbr|resume)\b)"
    r"|(?P<fast>\b(?:fast|reassoc|nnan|ninf|nsz|arcp|contract|afn|nsw|nuw|noalias|inbounds|exact|disjoint)\b)"
    r"|(?P<op>\b(?:load|store|getelementptr|alloca|add|sub|mul|[su]div|[su]rem|f(?:add|sub|mul|div|rem|neg|cmp)|icmp"
    r"|shl|[al]shr|and|or|xor|shufflevector|insertelement|extractelement|(?:s|z|fp)ext|f?p?trunc|bitcast|[su]itofp"
    r"|fpto[su]i|define|declare|fence|freeze)\b)"
)
_C = re.compile(
    r"(?P<comment>//.*|/\*.*?(?:\*/|$))|(?P<string>\"(?:\\.|[^\"])*\"|'(?:\\.|[^'])*')|(?P<meta>^\s*#\s*\w+)"
    r"|(?P<flow>\b(?:for|while|if|else|return|do|switch|case|break|continue|goto)\b)"
    r"|(?P<type>\b(?:void|int|double|float|char|long|short|unsigned|signed|size_t|u?int\d+_t|struct|union|enum"
    r"|typedef|__m\d+[di]?)\b)"
    r"|(?P<fast>\b(?:const|static|restrict|inline|register|volatile|__restrict|__builtin_\w+)\b)"
    r"|(?P<number>\b\d[\w.]*)|(?P<global>\b[A-Z][A-Z0-9_]+\b)|(?P<op>\b\w+(?=\())"
)
_ASM = re.compile(
    r"(?P<comment>[#;].*)|(?P<label>^[\w.$<>+]+:)|(?P<meta>^\s+\.\w+)|(?P<local>%\w+|\b[xwvqdsr]\d{1,2}\b)"
    r"|(?P<number>\$?-?\b0x[0-9a-f]+\b|\$-?\d+)|(?P<flow>^\s+(?:j\w+|ret\w*|call\w*|b\.\w+|bl?|cb\w+)\b)"
    r"|(?P<fast>^\s+v?[a-z]*f?(?:n?madd|msub)\w*)|(?P<op>^\s+[a-z]\w*)|(?P<global>\.L\w+)"
)
_PATTERNS = {"llvm": _LLVM, "c": _C, "asm": _ASM}


def highlight(line: str, language: Language, palette: Palette) -> Text:
    """One line with colours."""
    text = Text(line, no_wrap=True)
    pattern = _PATTERNS.get(language)
    if pattern is None:
        return text
    styles = _styles(palette)
    for match in pattern.finditer(line):
        style = styles[match.lastgroup or "op"]
        if style:
            text.stylize(style, *match.span())
    return text


def _styles(palette: Palette) -> dict[str, str]:
    return {
        "comment": palette.muted,
        "string": palette.good,
        "label": f"bold {palette.accent}",
        "local": "",
        "global": palette.soft,
        "meta": palette.muted,
        "type": palette.soft,
        "number": palette.accent,
        "flow": f"bold {palette.link}",
        "fast": f"italic {palette.good}",
        "op": palette.link,
    }
