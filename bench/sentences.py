"""Linked sentence pairs with one keyed difference each, or none.

They lie in ``bench/sentence_pairs``; the README beside them gives the format. They are dense where
stories are not: a file holds some forty pairs on as many matters. Each is given as a story of one
sentence a side, so that whatever reads stories reads them too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.stories import Split, StoryError, StoryPair, listed, story

__all__ = ["GENRE", "SENTENCES", "load_sentences"]

SENTENCES = Path(__file__).parent / "sentence_pairs"
"""The folder of the corpus."""

GENRE = "sentence"
"""The genre of its pairs: what they hold is no headline."""

_FILE = {"split", "lang_a", "lang_b", "pair"}
_PAIR = {"a", "b", "kind", "relation", "of"}


def load_sentences(folder: Path = SENTENCES, *, split: Split) -> list[StoryPair]:
    """Read and check the corpus.

    Args:
        folder: Where the TOML files lie.
        split: Only the pairs of this split, which goes by files.

    Returns:
        The pairs by file and number; the file's name and the number are the id.

    Raises:
        StoryError: A file breaks the format; the message names it and the place.
    """
    pairs = [pair for path in sorted(folder.glob("*.toml")) for pair in _load(path)]
    return [pair for pair in pairs if pair.split == split]


def _load(path: Path) -> list[StoryPair]:
    try:
        with path.open("rb") as file:
            table = tomllib.load(file)
        return list(_pairs(table, path.stem))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError) as error:
        raise StoryError(f"{path.name}: {error}") from error


def _pairs(table: Mapping[str, object], stem: str) -> Iterator[StoryPair]:
    if table.keys() != _FILE:
        raise ValueError(f"needs {', '.join(sorted(_FILE))} and nothing else")
    for number, entry in enumerate(listed(table["pair"], "pair"), start=1):
        name = f"{stem} {number}"
        if not isinstance(entry, dict) or not entry.keys() <= _PAIR:
            raise ValueError(f"pair {number} is not a table of {', '.join(sorted(_PAIR))}")
        try:
            yield story({**_as_story(entry, table), "id": name}, name)
        except (KeyError, ValueError) as error:
            raise ValueError(f"pair {number}: {error}") from error


def _as_story(entry: Mapping[str, object], table: Mapping[str, object]) -> dict[str, object]:
    made: dict[str, object] = {key: table[key] for key in ("split", "lang_a", "lang_b")}
    made |= {"genre": GENRE, "a": [entry["a"]], "b": [entry["b"]], "links": [[0, 0]]}
    match entry.get("of"):
        case None if entry.keys() == {"a", "b"}:
            return made
        case [str(of_a), str(of_b)]:
            sides = {side: {"sentence": 0, "text": of} for side, of in (("a", of_a), ("b", of_b))}
            detail = {"kind": entry["kind"], "relation": entry["relation"]}
            return made | {"detail": [detail | sides]}
        case _:
            raise ValueError("kind, relation and of, a phrase of each side, go together")
