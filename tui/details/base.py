"""What every kind of detail provides: an extractor, and a matcher that says how details relate."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from tui.details.article_words import ArticleWords
from tui.model import Detail, Divergence, Side

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["ArticleContext", "Extractor", "Kind", "Matcher", "PairContext"]


@dataclass(frozen=True)
class ArticleContext:
    """What an extractor may know beyond the sentence it reads.

    ``published`` resolves relative dates ("on Monday"). ``aliases`` maps a name as written to the
    full name it stands for in this article (an acronym introduced in brackets, a surname).
    ``words`` are those of the whole article.
    """

    lang: str
    published: date | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    words: ArticleWords = field(default_factory=ArticleWords)


@dataclass(frozen=True)
class PairContext:
    """What a matcher may know: the linked sentences of both sides, by index, and their contexts.

    ``links`` holds the linked pairs ``(i, j)``; a bead's other pairs are only near each other.
    ``encoder`` is for what cheap means cannot settle, ``None`` where the caller has none.
    """

    a: ArticleContext
    b: ArticleContext
    sentences_a: Mapping[int, str]
    sentences_b: Mapping[int, str]
    links: frozenset[tuple[int, int]] = frozenset()
    encoder: Encoder | None = None

    def transposed(self) -> PairContext:
        """The same with the sides changing places."""
        links = frozenset((j, i) for i, j in self.links)
        return PairContext(self.b, self.a, self.sentences_b, self.sentences_a, links, self.encoder)


class Extractor(Protocol):
    """Finds the details of a kind in one sentence, in order, without overlaps."""

    def __call__(self, text: str, context: ArticleContext) -> list[Detail]:
        """Read one sentence."""
        ...


class Matcher(Protocol):
    """Pairs the details of linked sentences by role and says how each pair relates.

    What stays unpaired is yielded as ``only_a`` or ``only_b``; the caller looks for it elsewhere.
    """

    def __call__(
        self, a: Sequence[Side], b: Sequence[Side], context: PairContext
    ) -> Iterable[Divergence]:
        """Compare the details of one kind on both sides of a bead."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """One module's contribution: the details it finds and how it compares them.

    ``keys`` makes an unpaired detail findable in the rest of the other article: two details that
    may agree share a key, or one has a key that the other's ``sought`` gives, where that is told.
    The caller gives those that do to ``match`` again, one against some,
    and takes what agrees. Without ``keys`` a detail is not looked for elsewhere. ``gives_way`` says
    whether a detail is only part of a name of its sentence, and so none by itself ("MS-13").
    ``vouches_for_link`` says whether two details that answer each other show by themselves that
    their sentences are on one matter, as figures of one thing do.
    """

    name: str
    extract: Extractor
    match: Matcher
    keys: Callable[[Detail], Iterable[Hashable]] | None = None
    gives_way: Callable[[Detail, Detail], bool] | None = None
    vouches_for_link: bool = False
    sought: Callable[[Detail], Iterable[Hashable]] | None = None
