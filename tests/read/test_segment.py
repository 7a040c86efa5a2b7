"""Sentences: the corpus of tricky cases, and what must hold of any text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.read.segment import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).with_name("segmentation.toml")


def cases() -> Iterator[tuple[str, str, str]]:
    for lang, groups in tomllib.loads(CORPUS.read_text(encoding="utf-8")).items():
        for group, block in groups.items():
            for line in block.strip().splitlines():
                yield lang, group, line


def split(text: str, lang: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text, lang)]


@pytest.mark.parametrize(("lang", "group", "case"), list(cases()))
def test_the_corpus_is_split_as_its_editor_would(lang: str, group: str, case: str) -> None:
    expected = [part.strip() for part in case.replace("¶", "\n").split("|")]
    spaced = "" if lang in ("ja", "zh") else " "
    assert split(spaced.join(expected), lang) == expected


def test_the_corpus_has_eighty_cases_in_the_four_main_languages() -> None:
    assert sum(lang in ("en", "de", "es", "fr") for lang, _, _ in cases()) >= 80


TEXTS = st.text(st.sampled_from("aZé1 .!?…,;:\n\"'“”„«»‘’()[]-–—。「」¿¡"), max_size=120) | st.text(
    max_size=60
)


@given(TEXTS, st.sampled_from(["en", "de", "fr", "es", "ja", "und"]))
def test_sentences_cover_all_but_white_space_in_order(text: str, lang: str) -> None:
    covered: set[int] = set()
    last = 0
    for start, end in split_sentences(text, lang):
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        covered.update(range(start, end))
        last = end
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())


def test_a_paragraph_of_many_sentences_is_split_alike_to_its_end() -> None:
    sentence = "会议于周一举行，随即表决，没有人反对。"
    assert split(sentence * 2000, "zh") == [sentence] * 2000


@pytest.mark.parametrize("length", [40, 50, 80, 100])
def test_a_sentence_that_begins_where_a_window_ends_is_one(length: int) -> None:
    sentence = f"The ferry left {'x' * (length - 17)}."
    text = " ".join([sentence] * (2 * 4000 // length + 3))
    assert len(sentence) + 1 == length
    assert {text[start:end] for start, end in split_sentences(text, "en")} == {sentence}


def test_the_library_never_sees_more_than_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    import sentencex

    lengths: list[int] = []
    original = sentencex.get_sentence_boundaries

    def recorded(lang: str, text: str) -> list[dict[str, int]]:
        lengths.append(len(text))
        found: list[dict[str, int]] = original(lang, text)
        return found

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", recorded)
    split("No stop in sight " * 5000, "en")
    assert max(lengths) <= 4000
    assert sum(lengths) < 2 * 17 * 5000


def test_an_unclosed_quotation_mark_swallows_nothing() -> None:
    text = "“" + "We go on and on. " * 50
    assert len(split(text, "en")) == 50


def test_a_very_long_quotation_is_split_after_all() -> None:
    text = "“" + "We go on and on. " * 100 + "We stop.” Then she went."
    assert len(split(text, "en")) > 50
