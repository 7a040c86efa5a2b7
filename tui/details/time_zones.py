"""Time zones named behind a time of day: "15:45 GMT", "16.45 Uhr deutscher Zeit", "3 p.m. ET"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tui.data import load
from tui.details.lexicon import lexicon
from tui.details.token_phrases import Phrases
from tui.details.tokens import Token

__all__ = ["GREENWICH", "Zone", "zone_at"]

Zone = tuple[int, ...]
"""Minutes a zone is ahead of Greenwich; two where the name leaves summer time open."""

GREENWICH: Zone = (0,)
"""The zone that is told by 24 hours."""


def zone_at(tokens: Sequence[Token], place: int, lang: str) -> tuple[Zone, int] | None:
    """The zone named at a token and the token after it.

    Abbreviations are told by their capitals: "est" is a word of French.
    """
    if place >= len(tokens):
        return None
    text = tokens[place].text
    short = _offsets().get(text) if text.isupper() else None
    return (short, place + 1) if short is not None else _phrases(lang).at(tokens, place)


@cache
def _offsets() -> Mapping[str, Zone]:
    table: Mapping[str, Sequence[int]] = load("details/signs")["zones"]
    return {name: tuple(minutes) for name, minutes in table.items()}


@cache
def _phrases(lang: str) -> Phrases[Zone]:
    named: Mapping[str, Sequence[str]] = lexicon(lang).times.get("zones", {})
    offsets = _offsets()
    return Phrases((phrase, offsets[name]) for name, said in named.items() for phrase in said)
