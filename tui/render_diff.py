"""A comparison as lines of text: side by side or one below the other. Pure functions, one line at a time."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from pipeline.ir.diff import Fold, Row, Span, changed_words
from tui.highlight import Language, highlight
from tui.palette import Palette
from tui.render import compact
from tui.versions import Texts

MARKS = {"equal": " ", "replace": "~", "delete": "-", "insert": "+"}


def side_by_side(texts: Texts, row: Row | Fold, width: int, shift: int, palette: Palette) -> Text:
    """One line of both texts; `shift` is how many characters are scrolled away at the left of each."""
    if isinstance(row, Fold):
        return fold_line(row, width, palette)
    half = (width - 1) // 2
    left = _side(texts.old, row.old, row, texts, 0, palette, (half, shift))
    right = _side(texts.new, row.new, row, texts, 1, palette, (width - half - 1, shift))
    return left.append("│", palette.muted).append_text(right)


def below(texts: Texts, row: Row | Fold, width: int, shift: int, palette: Palette) -> Text:
    """One line of one of the two texts."""
    if isinstance(row, Fold):
        return fold_line(row, width, palette)
    if row.new is None or row.kind == "delete":
        return _side(texts.old, row.old, row, texts, 0, palette, (width, shift))
    return _side(texts.new, row.new, row, texts, 1, palette, (width, shift))


def fold_line(fold: Fold, width: int, palette: Palette) -> Text:
    """The place of equal lines that are not shown."""
    words = f" ⋯ {len(fold)} equal lines "
    return Text("┄" * 6 + words + "┄" * max(0, width - 6 - len(words)), palette.muted, no_wrap=True)


def _side(
    lines: Sequence[str],
    number: int | None,
    row: Row,
    texts: Texts,
    side: int,
    palette: Palette,
    room: tuple[int, int],
) -> Text:
    width, shift = room
    digits = len(str(max(len(texts.old), len(texts.new), 1)))
    if number is None:
        return Text(no_wrap=True).append("\u2571" * width if row.kind != "equal" else " " * width, "dim")
    changed = row.kind != "equal"
    mark = "-" if side == 0 else "+"
    text = Text(no_wrap=True)
    mark_style = (palette.bad if side == 0 else palette.good) if changed else palette.muted
    if texts.counts[side]:
        count = texts.counts[side].get(number)
        hot = count is not None and count * 10 >= max(texts.counts[side].values())
        text.append(f"{compact(count) if count else '':>6} ", palette.accent if hot else palette.muted)
    text.append(f"{number + 1:>{digits}} ", palette.muted).append(mark if changed else " ", f"bold {mark_style}")
    code = _code(lines[number], texts.languages[side], palette)
    if changed:
        _mark_words(code, row, texts, side, palette)
    code = code[shift:] if shift < len(code) else Text("")
    text.append_text(code)
    text.truncate(width, pad=True)
    if changed:
        tint = palette.removed if side == 0 else palette.added
        if tint.startswith("on "):
            text.stylize_before(tint)
    return text


def _code(line: str, language: Language, palette: Palette) -> Text:
    return highlight(line.expandtabs(4), language, palette)


def _mark_words(code: Text, row: Row, texts: Texts, side: int, palette: Palette) -> None:
    """Stress the words that changed, where a line stands against another one."""
    if row.old is None or row.new is None:
        return
    spans: list[Span] = changed_words(texts.old[row.old], texts.new[row.new])[side]
    # A line of which nearly all is new says more by its tint alone.
    if sum(end - start for start, end in spans) > 0.5 * max(1, len(code)):
        return
    for start, end in spans:
        code.stylize(palette.removed_word if side == 0 else palette.added_word, start, end)
