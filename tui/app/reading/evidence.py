"""Why a sentence is linked, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.app.reading.state import Reading
from tui.model import Evidence, Link, other
from tui.words import EVIDENCE

__all__ = ["Reason", "reasons"]

TELLING = 0.1
"""The least weight, in log odds, of evidence that is worth a word."""


class Reason(NamedTuple):
    """A link of the current sentence.

    Attributes:
        sentence: The sentence of the other report.
        score: How sure the link is: "83 %".
        words: What speaks for it, and what against.
    """

    sentence: int
    score: str
    words: str


def reasons(reading: Reading) -> list[Reason]:
    """The links of the current sentence, the surest first, and why they are there."""
    which, sentence = reading.place
    links = reading.comparison.matches(which).get(sentence, ())
    return [Reason(link.end(other(which)), f"{link.score:.0%}", _words(link)) for link in links]


def _words(link: Link) -> str:
    speaks_for = ", ".join(_told(link.evidence, 1))
    against = ", ".join(_told(link.evidence, -1))
    return "; but ".join(filter(None, (speaks_for, against)))


def _told(evidence: tuple[Evidence, ...], sign: int) -> Iterator[str]:
    for reason in evidence:
        if reason.weight * sign >= TELLING and reason.feature in EVIDENCE:
            yield EVIDENCE[reason.feature][0 if sign > 0 else 1]
