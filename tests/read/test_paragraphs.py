"""Which line breaks a paragraph has of its own, and which a line length made."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.read.lines import split_lines
from tui.read.paragraphs import join_lines

PROSE = [
    "The council met on Monday to hear what the engineers had found in the wall of the dam above "
    "the town. It was a long evening, and not all of those who had come could be let in.",
    "Nobody spoke for the company. Its letter, which the mayor read out twice, said that the wall "
    "was safe, that it had always been safe, and that the cracks were only in the plaster.",
    "A vote was put off until the spring. By then, an engineer said, the snow would have melted "
    "and the lake would be as full as it could get, and one would see.",
]
GERMAN = [
    "Der Rat tagte am Montag, um zu hören, was die Ingenieure in der Mauer des Stausees über der "
    "Stadt gefunden hatten. Es wurde ein langer Abend, und nicht alle fanden Platz im Saal.",
    "Für die Firma sprach niemand. Ihr Brief, den der Bürgermeister zweimal vorlas, nannte die "
    "Mauer sicher, sie sei immer sicher gewesen, und die Risse seien nur im Putz.",
]


def paragraphs(text: str) -> list[str]:
    return [p.text for p in join_lines(list(split_lines(text)))]


def wrapped(prose: list[str], width: int, separator: str) -> str:
    return separator.join("\n".join(textwrap.wrap(p, width)) for p in prose)


@pytest.mark.parametrize("width", [40, 60, 72, 80])
@pytest.mark.parametrize("prose", [PROSE, GERMAN], ids=["en", "de"])
def test_wrapped_paragraphs_between_blank_lines_are_joined(prose: list[str], width: int) -> None:
    assert paragraphs(wrapped(prose, width, "\n\n")) == prose


@pytest.mark.parametrize("width", [40, 60, 72, 80])
@pytest.mark.parametrize("prose", [PROSE, GERMAN], ids=["en", "de"])
def test_without_blank_lines_a_sentence_never_breaks_at_a_wrapped_line(
    prose: list[str], width: int
) -> None:
    found = paragraphs(wrapped(prose, width, "\n"))
    assert " ".join(found) == " ".join(prose)
    assert all(p.endswith(".") for p in found)


def test_a_short_last_line_parts_paragraphs_without_blank_lines() -> None:
    text = wrapped([p.rsplit(" ", 6)[0] + " and left." for p in PROSE], 60, "\n")
    assert [p.split()[0] for p in paragraphs(text)] == ["The", "Nobody", "A"]


@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_a_line_may_be_a_paragraph(separator: str) -> None:
    assert paragraphs(separator.join(PROSE)) == PROSE


def test_indents_part_paragraphs() -> None:
    text = "\n".join(
        textwrap.fill(p, 60, initial_indent="    ", break_long_words=False) for p in PROSE
    )
    assert paragraphs(text) == PROSE


def test_a_ragged_text_breaks_after_full_stops_only() -> None:
    text = (
        "The council met\n"
        "on Monday to hear what the engineers had found in the wall\n"
        "of the dam. Nobody\n"
        "spoke for the company, whose letter said that the wall was safe, and had been, always.\n"
        "A vote\n"
        "was put off until the spring, when one would\n"
        "see.\n"
    )
    assert [p.split()[0] for p in paragraphs(text)] == ["The", "A"]


def test_a_headline_over_wrapped_text_stands_alone() -> None:
    body = wrapped(PROSE, 60, "\n")
    for title in ("Wall of Dam Above Town Has Cracks, Say Engineers", "Risse im Damm", "La presa"):
        assert paragraphs(f"{title}\n{body}")[0] == title


def test_an_abbreviation_at_the_end_of_a_line_ends_no_paragraph() -> None:
    text = (
        "The letter was read out twice by the mayor and then by Dr.\n"
        "Marsh, who had written it in the summer, as far as anyone\n"
        "knew, and sent it.\n"
    )
    assert len(paragraphs(text)) == 1


def test_a_sentence_runs_on_over_a_stray_blank_line() -> None:
    text = (
        "The council met on Monday to hear what the engineers\n\n"
        "had found in the wall of the dam above the town.\n"
    )
    assert len(paragraphs(text)) == 1


def test_items_of_a_list_stand_alone_with_their_wrapped_lines() -> None:
    text = (
        "Reasons:\n"
        "- the wall is old, and nobody\n"
        "  has looked at it\n"
        "- the lake is full\n"
        "- it rains\n"
    )
    assert paragraphs(text) == [
        "Reasons:",
        "- the wall is old, and nobody has looked at it",
        "- the lake is full",
        "- it rains",
    ]


def test_a_number_in_a_wrapped_sentence_begins_no_list() -> None:
    text = (
        "Der Rat tagte zum letzten Mal in diesem Jahr am\n"
        "3. November und dann erst wieder im neuen Jahr, das am\n"
        "1. Januar begann, wie jedes Jahr.\n"
    )
    assert len(paragraphs(text)) == 1


def test_quoted_lines_are_joined_apart_from_the_rest() -> None:
    text = "She wrote:\n> The wall is safe, and it has\n> always been safe.\nNobody answered.\n"
    assert paragraphs(text) == [
        "She wrote:",
        "> The wall is safe, and it has > always been safe.",
        "Nobody answered.",
    ]


@given(st.text(st.sampled_from("ab C.,:“”\n -1>#*"), max_size=200))
def test_every_line_is_in_one_paragraph_in_order(text: str) -> None:
    lines = list(split_lines(text))
    assert [line for p in join_lines(lines) for line in p.lines] == lines


def test_in_a_ragged_text_a_short_line_within_a_paragraph_is_no_headline() -> None:
    text = (
        "The council met on Monday to hear what\n"
        "the engineers had found in the wall of the dam above the town and what they\n"
        "meant to do. The mayor\n"
        "Ann Lee spoke first, and at length, as she always does when the hall is full. After her\n"
        "came\n"
        "Oskar Brandt, who had little to say.\n"
    )
    assert len(paragraphs(text)) == 1


def test_a_german_line_of_nouns_is_no_headline() -> None:
    text = (
        "Den Meister Hagen und den Zweiten Kiel sah Bürgermeister\n"
        "Pohl nicht, weil der Rasen ganz unter Wasser stand und der\n"
        "Schiedsrichter die Partie nach einem Rundgang mit den\n"
        "Kapitänen gar nicht erst anpfiff. Ein neuer Termin für\n"
        "das Spiel der beiden Klubs steht noch nicht fest.\n"
    )
    assert len(paragraphs(text)) == 1
