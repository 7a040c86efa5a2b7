from __future__ import annotations

from collections.abc import Sequence

from tui.details.lexicon import Lexicon, lexicon
from tui.details.phrases import Hit, PhraseTable
from tui.details.read_once import read_once
from tui.details.tokens import Token, tokenize
from tui.details.words import words


def test_a_place_is_read_once_by_each_reader_in_each_language() -> None:
    read: list[tuple[int, str]] = []

    @read_once
    def reader(_tokens: Sequence[Token], start: int, known: Lexicon) -> int | None:
        read.append((start, known.lang))
        return None

    tokens = tokenize("seven of nine were read once")
    for place, lang in ((0, "en"), (0, "en"), (2, "en"), (0, "de"), (0, "de")):
        assert reader(tokens, place, lexicon(lang)) is None
    assert read == [(0, "en"), (2, "en"), (0, "de")]


def test_a_part_of_a_sentence_is_read_anew() -> None:
    starts: list[str] = []

    @read_once
    def reader(tokens: Sequence[Token], start: int, _known: Lexicon) -> str:
        starts.append(tokens[start].low)
        return starts[-1]

    tokens = tokenize("seven of nine, read in parts")
    assert reader(tokens, 0, lexicon("en")) == "seven"
    assert reader(tokens[2:], 0, lexicon("en")) == "nine"


def test_the_word_behind_the_first_leaves_the_order_of_phrases_as_it_was() -> None:
    table = PhraseTable(
        [
            ("ruled", "alone"), ("ruled out", "two"), ("ruled out by all", "four"),
            ("ruled ou*", "any ending"), ("ruled … in", "apart"), ("ru*", "beginning"),
        ]
    )  # fmt: skip

    def found(text: str) -> list[str]:
        return [hit.value for hit in table.find(words(text))]

    assert found("it was ruled out by all") == ["four"]
    assert found("it was ruled out by some") == ["two"]
    assert found("it was ruled oughtright") == ["any ending"]
    assert found("he ruled them in") == ["apart"]
    assert found("he ruled") == ["alone"]
    assert found("he runs") == ["beginning"]
    assert table.at(words("ruled out"), 0) == Hit(0, 1, "two", 1)
