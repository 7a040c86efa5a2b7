"""What every kind of detail provides: an extractor, and a matcher that says how details relate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from tui.model import Detail, Divergence, Side

__all__ = ["ArticleContext", "Extractor", "Kind", "Matcher", "PairContext"]


@dataclass(frozen=True)
class ArticleContext:
    """What an extractor may know beyond the sentence it reads.

    ``published`` resolves relative dates ("on Monday"). ``aliases`` maps a name as written to the
    full name it stands for in this article (an acronym introduced in brackets, a surname).
    """

    lang: str
    published: date | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PairContext:
    """What a matcher may know: the linked sentences of both sides, by index, and their contexts."""

    a: ArticleContext
    b: ArticleContext
    sentences_a: Mapping[int, str]
    sentences_b: Mapping[int, str]


class Extractor(Protocol):
    """Finds the details of a kind in one sentence, in order, without overlaps."""

    def __call__(self, text: str, context: ArticleContext) -> list[Detail]: ...


class Matcher(Protocol):
    """Pairs the details of linked sentences by role and says how each pair relates.

    What stays unpaired is yielded as ``only_a`` or ``only_b``; the caller looks for it elsewhere.
    """

    def __call__(
        self, a: Sequence[Side], b: Sequence[Side], context: PairContext
    ) -> Iterable[Divergence]: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """One module's contribution: the details it finds and how it compares them."""

    name: str
    extract: Extractor
    match: Matcher
