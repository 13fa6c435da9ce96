"""Colours by their meaning. Every meaning also has a mark or a word: nothing is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

DARK = Theme(
    name="irloop-dark",
    primary="#58b7f5",
    secondary="#b9a3e3",
    accent="#f0b45b",
    success="#7ccf6b",
    warning="#f0b45b",
    error="#f2777a",
    foreground="#d7dce4",
    background="#0f141b",
    surface="#131a22",
    panel="#1c2530",
    dark=True,
    variables={"footer-key-foreground": "#f0b45b", "border": "#33404f", "block-cursor-text-style": "none"},
)
LIGHT = Theme(
    name="irloop-light",
    primary="#0a5fa8",
    secondary="#6f42c1",
    accent="#8a5a00",
    success="#1a7431",
    warning="#8a5a00",
    error="#b3202c",
    foreground="#1f2730",
    background="#fbfbfa",
    surface="#f4f5f6",
    panel="#e6eaee",
    dark=False,
    variables={"footer-key-foreground": "#8a5a00", "border": "#b9c3cd", "block-cursor-text-style": "none"},
)


@dataclass(frozen=True)
class Palette:
    """Rich styles by meaning."""

    good: str = "green"
    bad: str = "red"
    doubt: str = "yellow"
    accent: str = "yellow"
    link: str = "blue"
    soft: str = "magenta"
    muted: str = "dim"
    strong: str = "bold"
    added: str = "green"
    removed: str = "red"
    added_word: str = "bold green reverse"
    removed_word: str = "bold red reverse"


def palette_of(theme: Theme) -> Palette:
    """The palette of a theme; a theme of the terminal's own 16 colours gives named ones."""
    if "ansi" in theme.name:
        return Palette()
    tints = ("#12351d", "#45181d", "#1f6b36", "#8d2f38") if theme.dark else ("#d9f2df", "#fbdfe1", "#a6e0b4", "#f5b3b8")
    added, removed, added_word, removed_word = tints
    return Palette(
        good=theme.success or "green",
        bad=theme.error or "red",
        doubt=theme.warning or "yellow",
        accent=theme.accent or "yellow",
        link=theme.primary,
        soft=theme.secondary or "magenta",
        muted="#8794a3" if theme.dark else "#5a6672",
        added=f"on {added}",
        removed=f"on {removed}",
        added_word=f"bold on {added_word}",
        removed_word=f"bold on {removed_word}",
    )
