"""Copies: the same text, agency copy in two papers, and reports that only tell of one event."""

from __future__ import annotations

import pytest

from tests.read.makers import BODY
from tui.read import read_text
from tui.read.copies import Copy, find_copies

OTHERS = (
    "Engineers said late on Tuesday that nothing had happened to the wall of the reservoir.",
    "Families who left their houses in the night have come back; there were 64 of them.",
    "It will go on raining, and the people of the valley are told to be ready to leave again.",
)


def copies(*texts: str) -> list[Copy]:
    return list(find_copies([read_text(text, id=str(n)) for n, text in enumerate(texts)]))


def test_the_same_words_in_other_lines_are_the_same_text() -> None:
    [copy] = copies("\n\n".join(BODY), " ".join(BODY).replace(" the ", "\nthe "))
    assert (copy.first, copy.second, copy.same, copy.share) == (0, 1, True, 1.0)
    assert copy.words == "is the same text as"


def test_agency_copy_that_was_cut_is_named_with_its_agency() -> None:
    whole = f"PORT ELLERY (dpa) - {BODY[0]} {BODY[1]} {BODY[2]} {BODY[3]}"
    cut = f"Dam holds\n\nPORT ELLERY (dpa) - {BODY[0]} {BODY[1]} {OTHERS[0]}"
    [copy] = copies(whole, cut)
    assert not copy.same
    assert copy.agency == "dpa"
    assert copy.words.startswith("shares ")
    assert "of dpa copy (a syndicated copy)" in copy.words


def test_an_agency_that_a_sentence_speaks_of_is_not_its_source() -> None:
    spoken = f"{BODY[0]} That is what they told, Reuters, said. {BODY[1]} {BODY[2]} {BODY[3]}"
    [copy] = copies(spoken, f"{spoken} {OTHERS[0]}")
    assert copy.agency is None


@pytest.mark.parametrize("texts", [(" ".join(BODY), " ".join(OTHERS)), ("Yes. No.", "No. Yes.")])
def test_two_reports_of_one_event_are_no_copies(texts: tuple[str, str]) -> None:
    assert copies(*texts) == []


def test_where_no_spaces_are_written_characters_are_compared() -> None:
    text = "会議は月曜日に開かれ、すぐに採決が行われた。反対する人はいなかった。"
    assert [c.same for c in copies(text, text + "次の会議は来月である。")] == [False]
