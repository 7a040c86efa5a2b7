"""The colours: dark, light, for colour-blind eyes in both, and the terminal's own."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import Theme

__all__ = ["DEFAULT_THEME", "THEMES", "THEME_CYCLE", "VARIABLES"]

VARIABLES = {
    "conflicts": "ansi_bright_red",
    "imprecise": "ansi_yellow",
    "reworded": "ansi_cyan",
    "only": "ansi_green",
    "agrees": "ansi_default",
    "current-ground": "transparent",
    "match-ground": "transparent",
    "quiet": "ansi_default",
    "faint": "ansi_bright_black",
    "hairline": "ansi_bright_black",
}
"""What themes of others lack: taken from the terminal's palette."""


_DARK = Theme(
    name="dark",
    dark=True,
    primary="#7aa2d6",
    secondary="#b69ad8",
    accent="#e0b872",
    foreground="#d5d9e2",
    background="#14171d",
    surface="#1a1e26",
    panel="#232833",
    variables={
        "quiet": "#a3abb9",
        "faint": "#78818f",
        "hairline": "#3d4552",
        "agrees": "#9aa3b2",
        "current-ground": "#253047",
        "match-ground": "#1e2533",
    },
)

_LIGHT = Theme(
    name="light",
    dark=False,
    primary="#2f5f9e",
    secondary="#7a4fa3",
    accent="#8a5a00",
    foreground="#23272f",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e7e4dc",
    variables={
        "quiet": "#565d69",
        "faint": "#7a808a",
        "hairline": "#c5c2b9",
        "agrees": "#5b6270",
        "current-ground": "#dfe8f5",
        "match-ground": "#edf1f6",
    },
)


def _theme(name: str, ground: Theme, marks: dict[str, str]) -> Theme:
    return replace(
        ground,
        name=name,
        error=marks["conflicts"],
        warning=marks["imprecise"],
        success=marks["only"],
        variables=ground.variables | marks,
    )


THEMES = (
    _theme(
        "diptych-dark",
        _DARK,
        {
            "conflicts": "#ff7a85",
            "imprecise": "#e8c268",
            "reworded": "#8fbcf0",
            "only": "#98d08e",
        },
    ),
    _theme(
        "diptych-light",
        _LIGHT,
        {
            "conflicts": "#b3161f",
            "imprecise": "#8a5a00",
            "reworded": "#1f5fa8",
            "only": "#2c6e2f",
        },
    ),
    # Colours of Okabe and Ito, told apart with any of the common colour deficiencies.
    _theme(
        "diptych-clear-dark",
        _DARK,
        {
            "conflicts": "#ff8a3d",
            "imprecise": "#f0e442",
            "reworded": "#7cc8f2",
            "only": "#d79ac0",
        },
    ),
    _theme(
        "diptych-clear-light",
        _LIGHT,
        {
            "conflicts": "#a84300",
            "imprecise": "#6b6200",
            "reworded": "#005f99",
            "only": "#8f3d73",
        },
    ),
)

DEFAULT_THEME = "diptych-dark"

THEME_CYCLE = (*(theme.name for theme in THEMES), "ansi-dark", "ansi-light")
"""What the theme key goes through."""
