"""The project's own corpus of fictional news-story pairs, with answer keys.

The pairs lie in ``bench/story_pairs``, one TOML file each; the README beside them gives the format
and the policy behind the keys. A file that breaks the format is refused whole: a measurement
against a wrong key is worse than none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from tui.errors import DiptychError
from tui.model import DetailKind, Relation, Side

__all__ = [
    "SPLITS",
    "STORIES",
    "KeyedDetail",
    "Span",
    "Split",
    "StoryError",
    "StoryPair",
    "listed",
    "load_stories",
    "story",
    "touches",
]

STORIES = Path(__file__).parent / "story_pairs"
"""The folder of the corpus."""

Split = Literal["train", "test", "held_out", "calibration"]
SPLITS: tuple[Split, ...] = get_args(Split)
"""What the pairs are for: to learn from, to check against, to be looked at as totals only, and to
choose how sure to be (sentence pairs only)."""

_REQUIRED = {"id", "split", "genre", "lang_a", "lang_b", "a", "b", "links"}
_OPTIONAL = {"published_a", "published_b", "detail"}


class StoryError(DiptychError):
    """A story file that breaks the format."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one sentence: ``sentences[sentence][start:end] == text``."""

    sentence: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class KeyedDetail:
    """One line of an answer key; ``a`` is ``None`` for ``only_b``, ``b`` for ``only_a``."""

    kind: DetailKind
    relation: Relation
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class StoryPair:
    """Two fictional reports of one event and what a careful editor says of them.

    ``links`` are sorted pairs of indices into ``a`` and ``b``. ``published_*`` resolve relative
    dates, where the newsroom gives one.
    """

    id: str
    split: Split
    genre: str
    lang_a: str
    lang_b: str
    published_a: date | None
    published_b: date | None
    a: tuple[str, ...]
    b: tuple[str, ...]
    links: tuple[tuple[int, int], ...]
    details: tuple[KeyedDetail, ...]

    @property
    def languages(self) -> str:
        """The language pair as the file names have it: ``de-en``."""
        return f"{self.lang_a}-{self.lang_b}"


def load_stories(folder: Path = STORIES, *, split: Split | None = None) -> list[StoryPair]:
    """Read and check the corpus.

    Args:
        folder: Where the TOML files lie.
        split: Only the pairs of this split. By default ``"train"`` and ``"test"``: those held out
            are given to whoever asks for them by name. Whatever is fitted to the corpus may see
            ``"train"`` only.

    Returns:
        The pairs by id.

    Raises:
        StoryError: A file breaks the format; the message names it and the place.
    """
    pairs = [_load(path) for path in sorted(folder.glob("*.toml"))]
    wanted = SPLITS[:2] if split is None else (split,)
    return [pair for pair in pairs if pair.split in wanted]


def touches(side: Side, span: Span | None) -> bool:
    """Whether a detail has letters of a keyed one."""
    detail = side.detail
    return (
        span is not None
        and span.sentence == side.sentence
        and detail.start < span.end
        and span.start < detail.end
    )


def _load(path: Path) -> StoryPair:
    try:
        with path.open("rb") as file:
            table = tomllib.load(file)
        return story(table, path.stem)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError) as error:
        raise StoryError(f"{path.name}: {error}") from error


def story(table: Mapping[str, object], stem: str) -> StoryPair:
    """A story pair from its table.

    Args:
        table: What a file of the corpus holds.
        stem: The id that is expected.

    Raises:
        ValueError: The table breaks the format; the message says where.
    """
    if missing := _REQUIRED - table.keys():
        raise ValueError(f"lacks {', '.join(sorted(missing))}")
    if unknown := table.keys() - _REQUIRED - _OPTIONAL:
        raise ValueError(f"has unknown {', '.join(sorted(unknown))}")
    if table["id"] != stem:
        raise ValueError(f"id is {table['id']!r}, the file's name says {stem!r}")
    if table["split"] not in SPLITS:
        raise ValueError(f"split is {table['split']!r}, not {', '.join(SPLITS)}")
    a, b = _sentences(table["a"], "a"), _sentences(table["b"], "b")
    links = _links(table["links"], len(a), len(b))
    entries = listed(table.get("detail", []), "detail")
    return StoryPair(
        id=stem,
        split=table["split"],
        genre=_string(table["genre"], "genre"),
        lang_a=_string(table["lang_a"], "lang_a"),
        lang_b=_string(table["lang_b"], "lang_b"),
        published_a=_date(table.get("published_a"), "published_a"),
        published_b=_date(table.get("published_b"), "published_b"),
        a=a,
        b=b,
        links=links,
        details=tuple(
            _detail(entry, f"detail {number}", a, b, links)
            for number, entry in enumerate(entries, start=1)
        ),
    )


def listed(value: object, where: str) -> list[object]:
    """A value of a table that must be a list.

    Raises:
        ValueError: It is none; the message names ``where`` it stands.
    """
    match value:
        case [*items]:
            return items
        case _:
            raise ValueError(f"{where} is not a list")


def _string(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{where} is not a text")
    return value


def _date(value: object, where: str) -> date | None:
    if value is not None and type(value) is not date:
        raise ValueError(f"{where} is not a date")
    return value


def _sentences(value: object, side: str) -> tuple[str, ...]:
    items = listed(value, side)
    return tuple(_string(item, f"{side}[{index}]") for index, item in enumerate(items))


def _links(value: object, length_a: int, length_b: int) -> tuple[tuple[int, int], ...]:
    links: list[tuple[int, int]] = []
    for item in listed(value, "links"):
        match item:
            case [int(i), int(j)] if 0 <= i < length_a and 0 <= j < length_b:
                links.append((i, j))
            case _:
                raise ValueError(f"link {item} joins no two sentences")
    if len(set(links)) != len(links):
        raise ValueError("a link is given twice")
    return tuple(sorted(links))


def _detail(
    entry: object,
    where: str,
    a: tuple[str, ...],
    b: tuple[str, ...],
    links: tuple[tuple[int, int], ...],
) -> KeyedDetail:
    if not isinstance(entry, dict) or not entry.keys() <= {"kind", "relation", "a", "b"}:
        raise ValueError(f"{where} is not a table of kind, relation, a, b")
    kind, relation = DetailKind(str(entry.get("kind"))), Relation(str(entry.get("relation")))
    span_a = _span(entry.get("a"), a, f"{where}, a")
    span_b = _span(entry.get("b"), b, f"{where}, b")
    if (span_a is None) != (relation is Relation.ONLY_B):
        raise ValueError(f"{where}: {relation} and side a do not go together")
    if (span_b is None) != (relation is Relation.ONLY_A):
        raise ValueError(f"{where}: {relation} and side b do not go together")
    if not any(
        (span_a is None or i == span_a.sentence) and (span_b is None or j == span_b.sentence)
        for i, j in links
    ):
        raise ValueError(f"{where} stands in sentences that are not linked")
    return KeyedDetail(kind, relation, span_a, span_b)


def _span(value: object, sentences: tuple[str, ...], where: str) -> Span | None:
    match value:
        case None:
            return None
        case {"sentence": int(index), "text": str(text), **rest} if not rest and text:
            pass
        case _:
            raise ValueError(f"{where} is not a table of sentence, text")
    if not 0 <= index < len(sentences):
        raise ValueError(f"{where}: there is no sentence {index}")
    # Keys quote words, not letters: "two" must not be found in "network".
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", sentences[index])]
    if len(found) != 1:
        times = f"{len(found)} times" if found else "nowhere"
        raise ValueError(f"{where}: {text!r} occurs {times} in sentence {index}, not once")
    return Span(index, found[0], found[0] + len(text), text)
