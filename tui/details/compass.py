"""Parts of a country told by one word with its name: "Süditalien", "Noord-Frankrijk"."""

from __future__ import annotations

from tui.details.vocabulary import Vocabulary

__all__ = ["part_of_place"]

SHORTEST = 4
"""Letters of a name that is joined to a direction."""

_LANDSCAPE = "QO"
"""How the codes begin of what is no country and no region of one: rivers, seas, mountains."""


def part_of_place(word: str, terms: Vocabulary) -> tuple[str, str] | None:
    """Take a word apart into the direction and the country or region it names a part of.

    Args:
        word: Case-folded.
        terms: The vocabulary of its language.

    Returns:
        The direction and the code of the place; ``None`` for any other word, and where the whole is
        a place of its own ("Südkorea").
    """
    for name, direction in terms.compass.items():
        if not word.startswith(name) or len(word) < len(name) + SHORTEST:
            continue
        whole = word.removeprefix(name)
        if not (terms.compounds or whole[0] == "-") or terms.places.value(word) is not None:
            return None
        code = terms.places.value(whole.removeprefix("-"))
        if code is not None and not code.startswith(_LANDSCAPE) and "/" not in code:
            return direction, code
    return None
