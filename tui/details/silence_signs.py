"""What tells whether a report is silent on what the other one gives, by the sort of detail.

A detail that nothing answers may have an answer nobody reads: "almost half" for 14 of 31, "the
firm" for the company by its name, "early indications" for "investigators". Or none that a reader
would miss: the country of a report's own readers. ``bench/silence.py`` fits how much each tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.details.meaning import cosines
from tui.details.source_description import without_genitive
from tui.details.text_values import Name
from tui.details.values import Amount
from tui.details.vocabulary import vocabulary
from tui.details.word_match import word_match
from tui.details.words import Word, words
from tui.model import DetailKind, Side

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["LEAST", "SIGNS", "Lone", "Sign"]

FEW = 2
"""Up to where reports give numbers by an article or a plural, or not at all."""

UNREAD = 0.4
"""How near words are to those of another sentence on the average, where none are compared."""

_DATELINE = re.compile(r"\W{0,2}\w[^.!?]{0,60}?\s[-–—]\s")


@dataclass(frozen=True)
class Lone:
    """A detail that only one report seems to give.

    Attributes:
        side: The detail and its place.
        text: Its sentence.
        lang: Its language.
        linked: The sentences of the other report that its own is linked to.
        other_lang: Their language.
        details: The details of its sort in those.
        unanswered: Those of them that answer nothing.
        encoder: What tells meanings.
    """

    side: Side
    text: str
    lang: str
    linked: Sequence[str]
    other_lang: str
    details: Sequence[Side]
    unanswered: Sequence[Side]
    encoder: Encoder

    @property
    def value(self) -> object:
        """The normalised value."""
        return self.side.detail.value

    @cached_property
    def own(self) -> tuple[Word, ...]:
        """Its words."""
        start, end = self.side.detail.start, self.side.detail.end
        return tuple(w for w in words(self.text) if w.start < end and w.end > start)

    @property
    def clause(self) -> str:
        """The clause it stands in, or the clauses."""
        if not self.own:
            return self.text
        first, last = self.own[0].clause, self.own[-1].clause
        held = [w for w in words(self.text) if first <= w.clause <= last]
        return self.text[held[0].start : held[-1].end]

    def nearest(self, text: str) -> float:
        """The greatest cosine of a text to a linked sentence."""
        return float(cosines([text], self.linked, self.encoder).max())


Sign = Callable[[Lone], float]
"""What one thing tells, the greater the more."""


def _said(lone: Lone) -> float:
    """How near the detail is to what a linked sentence says."""
    return lone.nearest(lone.side.detail.text)


def _told(lone: Lone) -> float:
    """How near its clause is to that."""
    return lone.nearest(lone.clause)


def _worded(lone: Lone) -> float:
    """How near its words are on the average to the nearest words of linked sentences."""
    import numpy as np

    matches = [
        word_match(lone.side.detail.text, other, lone.lang, lone.other_lang, lone.encoder).scores
        for other in lone.linked
    ]
    nearest = [scores.max(axis=1) for scores in matches if scores.size]
    return float(np.max(nearest, axis=0).mean()) if nearest else UNREAD


def _rival(lone: Lone) -> float:
    """How near it is to the nearest detail there that answers nothing either."""
    if not lone.unanswered:
        return 0.0
    rivals = [side.detail.text for side in lone.unanswered]
    return float(cosines([lone.side.detail.text], rivals, lone.encoder).max())


def _rivals(lone: Lone) -> float:
    """Whether there is any."""
    return float(bool(lone.unanswered))


def _others(lone: Lone) -> float:
    """How many details of its sort the linked sentences have."""
    return log1p(len(lone.details))


def _reports(lone: Lone) -> float:
    """Whether a linked sentence has a verb of saying, with a subject nobody reads perhaps."""
    verbs = vocabulary(lone.other_lang).reporting
    return float(any(verbs.find(words(other)) for other in lone.linked))


def _longer(lone: Lone) -> float:
    """How much longer its sentence is than the linked ones together."""
    return log1p(len(words(lone.text))) - log1p(sum(len(words(other)) for other in lone.linked))


def _across(lone: Lone) -> float:
    """Whether the reports are in two languages."""
    return float(lone.lang != lone.other_lang)


def _vague(lone: Lone) -> float:
    """Whether it is an amount that is none exactly."""
    return float(isinstance(lone.value, Amount) and not lone.value.exact)


def _few(lone: Lone) -> float:
    """Whether it is one or two of something."""
    point = lone.value.point if isinstance(lone.value, Amount) else None
    return float(point is not None and point <= FEW)


def _plain(lone: Lone) -> float:
    """Whether it is a number without a unit."""
    return float(lone.side.detail.kind is DetailKind.NUMBER)


def _opens(lone: Lone) -> float:
    """Whether it opens its sentence, where a capital is no evidence of a name."""
    return float(bool(lone.own) and lone.own[0].opens)


def _several(lone: Lone) -> float:
    """Whether it has several words."""
    return float(len(lone.own) > 1)


def _possessor(lone: Lone) -> float:
    """Whether it is given for what is somebody's: "*Poland's* farmers"."""
    return float(bool(lone.own) and without_genitive(lone.own[-1].folded) != lone.own[-1].folded)


def _dateline(lone: Lone) -> float:
    """Whether it belongs to where and by whom a report was filed."""
    head = _DATELINE.match(lone.text)
    return float(head is not None and lone.side.detail.end <= head.end())


def _country(lone: Lone) -> float:
    """Whether it is a state or a region that a lexicon has, which a foreign report has to name."""
    return float(isinstance(lone.value, Name) and lone.value.key.startswith("place:"))


def _translatable(lone: Lone) -> float:
    """Whether it is a body, which the other language may call otherwise."""
    return _across(lone) * (lone.side.detail.kind is DetailKind.ORGANISATION)


SIGNS: Mapping[str, Mapping[str, Sign]] = MappingProxyType(
    {
        "figures": {
            "said": _said, "rival": _rival, "vague": _vague, "few": _few, "plain": _plain,
            "longer": _longer,
        },
        "names": {
            "worded": _worded, "rivals": _rivals, "across": _across, "opens": _opens,
            "several": _several, "possessor": _possessor, "dateline": _dateline,
            "country": _country, "translatable": _translatable, "longer": _longer,
        },
        "attribution": {
            "told": _told, "worded": _worded, "rivals": _rivals, "others": _others,
            "reports": _reports, "longer": _longer,
        },
        "quotations": {"said": _said, "told": _told, "rivals": _rivals, "longer": _longer},
    }
)  # fmt: skip
"""By the kind that finds a detail, what tells, in the order of the fitted weights."""

LEAST: Mapping[str, float] = MappingProxyType(
    {"said": -0.1, "told": -0.1, "worded": 0.15, "rival": 0.0}
)
"""About the least of the signs for which the encoder is asked, all of which speak against."""
