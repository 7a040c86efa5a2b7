"""The words of a language for times of day, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tui.details.lexicon import lexicon
from tui.details.token_phrases import Phrases
from tui.details.tokens import Token

__all__ = ["TimeWords", "time_words"]

_REACHES = {"before": (-30, 0), "after": (0, 30), "around": (-15, 15), "nearly": (-20, 5)}
"""Minutes that "shortly before", "shortly after", "around" and "nearly" reach."""


class TimeWords(NamedTuple):
    """The ``[times]`` tables of a data file."""

    clock: Phrases[bool]
    cued_clock: Phrases[bool]
    whole_day: bool
    """Whether figures with a word or sign of the clock count to 24, so that none is left open."""
    before: Phrases[bool]
    """What makes an hour of a number with a word of ``cued_clock``: "*à* 17 heures"."""
    bare_before: Phrases[bool]
    """What makes an hour of a number with nothing behind it: "*alle* 13", "*a las* ocho"."""
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
    spoken_after: frozenset[str]
    """What makes an hour of a number in words that counts nothing: "*at* nine", "*um* acht"."""
    measured_before: frozenset[str]
    """What stands before those if the number is none: "the toll *stands* at nine"."""
    minute: Phrases[bool]
    """What stands behind the minutes: "2時30*分*"."""
    part_leads: bool
    """Whether the part of the day stands right before the hour: "*午後*2時"."""
    counted: Phrases[int]
    """What stands behind hours counted from a time of day, and from when: "2 ทุ่ม" from 18."""
    hours: Phrases[int]
    """Phrases for an hour of its own: "الساعة العاشرة" is the tenth."""
    near: Phrases[tuple[int, int]]
    near_after: Phrases[tuple[int, int]]
    """The same behind a time: "9時*ごろ*"."""
    words: Phrases[tuple[int, int]]
    nouns_capital: bool
    """Whether nouns are written with a capital, so that one tells no name."""
    single: Mapping[str, tuple[int, int]]
    """The words of one token among ``words``."""

    def part_at(self, tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
        """The part of the day named at a token, perhaps at the end of a word ("Montagabend")."""
        named = self.words.at(tokens, place)
        if named is not None:
            return named[0]
        low = tokens[place].low
        if not self.nouns_capital or not tokens[place].text[0].isupper():
            return None
        return next((at for word, at in self.single.items() if low.endswith(word)), None)


@cache
def time_words(lang: str) -> TimeWords:
    """The time words of a language; empty where it has no data file."""
    raw = lexicon(lang).times
    offsets: Mapping[str, int] = {
        "half_past": 30, "half_before": -30, "quarter_past": 15, "quarter_to": -15,
    }  # fmt: skip
    signs: Mapping[str, int] = {"plus": 1, "minus": -1}
    parts: Mapping[str, Sequence[int]] = raw.get("words", {})

    def listed(name: str) -> Phrases[bool]:
        return Phrases((p, True) for p in raw.get(name, ()))

    def signed(name: str) -> Phrases[int]:
        table = raw.get(name, {})
        return Phrases((p, by) for sign, by in signs.items() for p in table.get(sign, ()))

    return TimeWords(
        clock=listed("clock"),
        cued_clock=listed("cued_clock"),
        whole_day=raw.get("whole_day", False),
        before=listed("before"),
        bare_before=listed("bare_before"),
        am=listed("am"),
        pm=listed("pm"),
        past=Phrases((p, by) for name, by in offsets.items() for p in raw.get(name, ())),
        after_hour=Phrases(raw.get("after_hour", {}).items()),
        minutes_first=signed("minutes_first"),
        hour_first=signed("hour_first"),
        cues=frozenset(raw.get("cues", ())),
        spoken_after=frozenset(raw.get("spoken_after", ())),
        measured_before=frozenset(raw.get("measured_before", ())),
        minute=listed("minute"),
        part_leads=raw.get("part_leads", False),
        counted=Phrases(raw.get("counted", {}).items()),
        hours=Phrases(raw.get("hours", {}).items()),
        near=_reaching(raw.get("near", {})),
        near_after=_reaching(raw.get("near_after", {})),
        words=Phrases((p, (v[0], v[1])) for p, v in parts.items()),
        nouns_capital=raw.get("nouns_capital", False),
        single={p.casefold(): (v[0], v[1]) for p, v in parts.items() if " " not in p},
    )


def _reaching(table: Mapping[str, Sequence[str]]) -> Phrases[tuple[int, int]]:
    return Phrases((p, reach) for name, reach in _REACHES.items() for p in table.get(name, ()))
