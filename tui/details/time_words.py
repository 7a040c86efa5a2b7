"""The words of a language for times of day, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tui.details.lexicon import lexicon
from tui.details.token_phrases import Phrases

__all__ = ["TimeWords", "time_words"]

_REACHES = {"before": (-30, 0), "after": (0, 30), "around": (-15, 15)}
"""Minutes that "shortly before", "shortly after" and "around" reach."""


@dataclass(frozen=True)
class TimeWords:
    """The ``[times]`` tables of a data file."""

    clock: Phrases[bool]
    cued_clock: Phrases[bool]
    before: frozenset[str]
    am: Phrases[bool]
    pm: Phrases[bool]
    past: Phrases[int]
    """Set phrases before an hour, "half past": what they add, in minutes."""
    after_hour: Phrases[int]
    """Set phrases behind an hour, "y media": what they add, in minutes."""
    minutes_first: Phrases[int]
    """1 or -1 for words between minutes and hour: twenty *past* three, ten *to* five."""
    hour_first: Phrases[int]
    """1 or -1 for words between hour and minutes: tres *y* veinte, cinq heures *moins* dix."""
    cues: frozenset[str]
    near: Phrases[tuple[int, int]]
    words: Phrases[tuple[int, int]]


@cache
def time_words(lang: str) -> TimeWords:
    """The time words of a language; empty where it has no data file."""
    raw = lexicon(lang).times
    offsets: Mapping[str, int] = {
        "half_past": 30, "half_before": -30, "quarter_past": 15, "quarter_to": -15,
    }  # fmt: skip
    signs: Mapping[str, int] = {"plus": 1, "minus": -1}

    def listed(name: str) -> Phrases[bool]:
        return Phrases((p, True) for p in raw.get(name, ()))

    def signed(name: str) -> Phrases[int]:
        table = raw.get(name, {})
        return Phrases((p, by) for sign, by in signs.items() for p in table.get(sign, ()))

    return TimeWords(
        clock=listed("clock"),
        cued_clock=listed("cued_clock"),
        before=frozenset(raw.get("before", ())),
        am=listed("am"),
        pm=listed("pm"),
        past=Phrases((p, by) for name, by in offsets.items() for p in raw.get(name, ())),
        after_hour=Phrases(raw.get("after_hour", {}).items()),
        minutes_first=signed("minutes_first"),
        hour_first=signed("hour_first"),
        cues=frozenset(raw.get("cues", ())),
        near=Phrases(
            (p, reach)
            for name, reach in _REACHES.items()
            for p in raw.get("near", {}).get(name, ())
        ),
        words=Phrases((p, (v[0], v[1])) for p, v in raw.get("words", {}).items()),
    )
