"""A figure as SVG inside a page: its text stays text, its colours follow the page's theme."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pipeline.reports.figures import canvas

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# The page's style sheet defines these, once for each theme. White is what marks are hollowed with.
_VARIABLES = {
    canvas.INK: "--ink",
    canvas.MUTED: "--muted",
    canvas.FAINT: "--line",
    canvas.BLUE: "--blue",
    canvas.VERMILION: "--vermilion",
    canvas.GREEN: "--green",
    canvas.ORANGE: "--orange",
    canvas.PURPLE: "--purple",
    canvas.SKY: "--sky",
    "#ffffff": "--paper",
}
_COLOUR = re.compile("|".join(_VARIABLES), re.I)
_TAG = re.compile(r"<[^>]*>")
# Beyond hundredths of a point.
_LONG_NUMBER = re.compile(r"(\d\.\d\d)\d+")
_ID = re.compile(r'\sid="([^"]*)"')
_USED = re.compile(r"(?:url\(#|href=\"#)([^)\"]*)")


def inline_svg(figure: Figure, name: str, label: str) -> str:
    """The figure as an `<svg>` element; `name` keeps its ids apart from other figures', `label` says what it shows."""
    import matplotlib as mpl

    text = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name}):
        figure.savefig(text, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _prepared(text.getvalue(), name, label)


def _prepared(svg: str, name: str, label: str) -> str:
    """Without prologue, metadata, unused ids, fixed size, fixed font and fixed colours."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*|<!--.*?-->\s*", "", svg, flags=re.S)
    used = set(_USED.findall(svg))
    svg = _ID.sub(lambda match: f' id="{name}-{match[1]}"' if match[1] in used else "", svg)
    svg = _USED.sub(lambda match: match[0].replace(match[1], f"{name}-{match[1]}"), svg)
    svg = _COLOUR.sub(lambda match: f"var({_VARIABLES[match[0].lower()]})", svg)
    svg = re.sub(r"<style.*?</style>", "", svg, flags=re.S)
    svg = svg.replace("'DejaVu Sans'", "var(--plot-font)")
    svg = _TAG.sub(lambda match: _LONG_NUMBER.sub(r"\1", match[0]), svg)  # never what is written in the picture
    svg = re.sub(r">\s+<", "><", svg)
    head, rest = svg.split(">", 1)
    head = re.sub(r'\s(?:width|height|version|xmlns(?::xlink)?)="[^"]*"', "", head)
    return f'{head} role="img" aria-label="{label}">{rest}'
