"""HTML without templates: what is not markup already is escaped, so no text of a model or a user becomes markup."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

_VOID = frozenset(("meta", "br", "col"))


class Html(str):
    """Text that is markup and stays as it is."""

    __slots__ = ()


def element(name: str, /, *children: str | None, **attributes: str | None) -> Html:
    """One element; None stands for nothing. `class_` is `class`, underscores in names are hyphens."""
    words = [name]
    for key, value in attributes.items():
        if value is not None:
            words.append(f'{key.rstrip("_").replace("_", "-")}="{html.escape(value)}"')
    opening = f"<{' '.join(words)}>"
    return Html(opening if name in _VOID else f"{opening}{joined(children)}</{name}>")


def joined(children: Iterable[str | None]) -> Html:
    """Pieces side by side."""
    return Html("".join(child if isinstance(child, Html) else html.escape(child) for child in children if child))


def unbroken(text: str) -> Html:
    """Words that are not broken at their hyphens, as flags of a compiler must not be."""
    words = (element("span", word, class_="word") if "-" in word else html.escape(word) for word in text.split())
    return Html(" ".join(words))


def items(texts: Iterable[str]) -> Html:
    """A list with bullets; empty for no text."""
    found = [element("li", text) for text in texts]
    return element("ul", *found) if found else Html("")


def table(header: Sequence[str], rows: Iterable[Iterable[str]], *, numbers: Iterable[int] = ()) -> Html:
    """A table that scrolls sideways on narrow screens; the columns `numbers` are set flush right."""
    right = frozenset(numbers)

    def line(cells: Iterable[str], cell: str) -> Html:
        made = (
            element(cell, text, class_="number" if place in right else None, scope="col" if cell == "th" else None)
            for place, text in enumerate(cells)
        )
        return element("tr", *made)

    body = element("tbody", *(line(row, "td") for row in rows))
    inner = element("table", element("thead", line(header, "th")), body)
    return element("div", inner, class_="scroll", tabindex="0", role="group", aria_label=f"table: {header[0]}")
