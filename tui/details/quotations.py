"""Speeches between quotation marks of any style, with their speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.details import attribution
from tui.details.base import ArticleContext, Kind
from tui.details.speech import match
from tui.details.text_values import Quotation
from tui.details.vocabulary import vocabulary
from tui.details.words import bare, words
from tui.model import Detail, DetailKind

__all__ = ["KIND", "extract", "quoted"]

CLOSERS = {
    "„": "“”\"‟", "“": "”\"", "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‚": "‘’",
    "‘": "’", "「": "」", "『": "』", '"': '"', "〝": "〞", "＂": "＂", "‟": "”", "'": "'",
}  # fmt: skip
"""Each opening mark with the marks that may close it, by any national style."""

SINGLE = frozenset("‚‘‹›'")
FEWEST_WORDS = 3
"""Words a speech has at least; fewer between marks are a speech only beside a reporting verb."""

LONGEST = 4_000
"""How far a closing mark is looked for, in characters; behind it the sentence is the limit."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find the speeches of a sentence, each with the nearest source as its speaker."""
    spans = list(quoted(text))
    if not spans:
        return []
    terms = vocabulary(context.lang)
    outside = words(_without(text, spans))
    reported = bool(terms.reporting.find(outside) or terms.source_follows.find(outside))
    sources = attribution.extract(text, context)
    details: list[Detail] = []
    for start, end in spans:
        spoken = words(text[start:end])
        if len(spoken) < FEWEST_WORDS and not (reported and spoken):
            continue
        if not spoken:
            continue
        value = Quotation(
            words=" ".join(bare(word.text) for word in spoken),
            speaker=_nearest(sources, start, end),
        )
        details.append(Detail(DetailKind.QUOTATION, start, end, text[start:end], value))
    return details


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between quotation marks, marks left out, in order and without overlaps.

    A mark that is never closed opens a quotation up to the sentence's end, as when a speech of
    several sentences was split; one that was never opened is passed over. Linear in the length.
    """
    at, unclosed = 0, False
    while at < len(text):
        mark = text[at]
        if mark not in CLOSERS or not _may_open(text, at):
            at += 1
            continue
        end = _closing(text, at + 1, CLOSERS[mark], single=mark in SINGLE)
        if end is None:
            if unclosed or mark in SINGLE or at > len(text) // 2:
                at += 1
                continue
            unclosed = True
            end = len(text)
        start, stop = _trimmed(text, at + 1, end)
        if stop > start:
            yield start, stop
        at = end + 1


def _may_open(text: str, at: int) -> bool:
    """A mark opens where no word ends right before it, or it is one that only opens."""
    if text[at] in "„«「『":
        return True
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace() and before not in ".,!?"


def _closing(text: str, start: int, closers: str, *, single: bool) -> int | None:
    for at in range(start, min(len(text), start + LONGEST)):
        if text[at] in closers:
            inside_word = text[at - 1].isspace() or (at + 1 < len(text) and text[at + 1].isalnum())
            if not (single and inside_word):
                return at
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",.;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return start, end


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with its quotations blanked out, offsets kept."""
    parts, last = [], 0
    for start, end in spans:
        parts += [text[last:start], " " * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def _nearest(sources: Sequence[Detail], start: int, end: int) -> str:
    outside = [s for s in sources if s.end <= start or s.start >= end]
    if not outside:
        return ""
    return min(outside, key=lambda s: start - s.end if s.end <= start else s.start - end).text


KIND = Kind(name="quotations", extract=extract, match=match)
