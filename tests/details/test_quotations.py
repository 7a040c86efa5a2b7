"""Quotations of any style, their speakers, and versions of one speech."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.details.textual import OddOnes, compare, extract, relations
from tui.data import languages, load
from tui.details import changes, compare_sentences
from tui.details.quotation_marks import quoted
from tui.details.quotations import KIND
from tui.details.text_values import Quotation
from tui.encode import default_encoder
from tui.model import DetailKind, Relation


@pytest.mark.parametrize(
    "text",
    [
        'She said: "We will rebuild the town."',
        "She said: “We will rebuild the town.”",
        "She said: „We will rebuild the town.“",
        "She said: »We will rebuild the town.«",
        "She said: « We will rebuild the town. »",
        "She said: ‘We will rebuild the town.’",
        "She said: 「We will rebuild the town.」",
    ],
)
def test_every_national_style_is_read(text: str) -> None:
    assert [text[start:end] for start, end in quoted(text)] == ["We will rebuild the town"]


def test_an_unclosed_quotation_ends_with_its_sentence() -> None:
    text = "“We will rebuild the town, she said."
    assert [text[start:end] for start, end in quoted(text)] == [
        "We will rebuild the town, she said"
    ]


def test_a_word_in_scare_quotes_is_no_speech() -> None:
    assert extract(KIND, "The so-called “experts” were wrong.") == []


def test_the_nearest_source_is_the_speaker() -> None:
    (detail,) = extract(KIND, "“We will rebuild the town,” said Odalys Brenk on Monday.")
    assert isinstance(detail.value, Quotation)
    assert detail.value.speaker == "Odalys Brenk"


def test_marks_and_case_do_not_change_a_speech() -> None:
    found = compare(KIND, "He said: “We will rebuild.”", 'He said: "we will rebuild"')
    assert relations(found) == {Relation.AGREES}


def test_altered_words_are_named() -> None:
    (found,) = compare(
        KIND,
        "“We will rebuild every house in the town,” she said.",
        "“We will repair every house in the town,” she said.",
    )
    assert found.relation is Relation.REWORDED
    assert found.a is not None
    assert isinstance(found.a.detail.value, Quotation)
    assert found.a.detail.value.changed == ("rebuild",)


def test_a_speech_turned_around_conflicts() -> None:
    found = compare(KIND, "“It is a safe bridge,” he said.", "“It is not a safe bridge,” he said.")
    assert relations(found) == {Relation.CONFLICTS}


def test_a_translated_speech_agrees() -> None:
    found = compare(
        KIND,
        "„Wir bauen die Stadt wieder auf“, sagte Brenk.",
        '"We will rebuild the town," Brenk said.',
        "de-en",
    )
    assert relations(found) == {Relation.AGREES}


@given(st.text(alphabet="„“”\"«»‹›‘’'「」 ab.,😀א", max_size=300))
def test_unbalanced_marks_never_fail_and_never_overlap(text: str) -> None:
    spans = list(quoted(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_what_changed_inside_a_speech_can_be_asked_for() -> None:
    (found,) = compare(
        KIND,
        "“We will rebuild every house in the town,” she said.",
        "“We will repair each house in the town,” she said.",
    )
    assert found.a is not None
    assert found.b is not None
    a, b = found.a.detail.text, found.b.detail.text
    assert [(a[c.a_start : c.a_end], b[c.b_start : c.b_end]) for c in changes(found)] == [
        ("rebuild every", "repair each")
    ]


def test_a_translated_speech_has_no_changed_words() -> None:
    (found,) = compare(
        KIND, "„Wir bauen alles neu“, sagte Brenk.", '"We build it anew," Brenk said.', "de-en"
    )
    assert changes(found) == ()


def test_one_word_replaced_in_a_speech_conflicts_unless_it_is_a_synonym() -> None:
    a = "“This is a good day for the town,” the mayor said."
    b = "“This is a costly day for the town,” the mayor said."
    assert relations(compare(KIND, a, b, encoder=OddOnes("costly"))) == {Relation.CONFLICTS}
    assert relations(compare(KIND, a, b, encoder=OddOnes())) == {Relation.REWORDED}


def test_another_number_in_a_speech_turns_it() -> None:
    found = compare(
        KIND,
        "„Wir haben drei Jahre darauf gewartet“, sagte die Forscherin.",
        "“We have waited five years for this,” the researcher said.",
        "de-en",
    )
    assert relations(found) == {Relation.CONFLICTS}


def test_an_excerpt_may_leave_a_negation_out() -> None:
    found = compare(
        KIND,
        "“We don't know whether it was lunch or a child,” the ranger said.",
        "It was “lunch or a child,” the ranger said.",
    )
    assert Relation.CONFLICTS not in relations(found)


@pytest.mark.parametrize(
    ("a", "b", "langs", "relation"),
    [
        (
            '"We lost everything in the flood," she said.',
            "„Wir haben alles im Feuer verloren“, sagte sie.",
            "en-de",
            Relation.CONFLICTS,
        ),
        (
            "„Unser Hund hat uns gerettet“, sagte sie.",
            '"Our cat saved us," she said.',
            "de-en",
            Relation.CONFLICTS,
        ),
        (
            "„Heute hat die Vernunft gesiegt“, sagte er.",
            '"Patience has won today," he said.',
            "de-en",
            Relation.REWORDED,
        ),
        (
            "„Wer schläft, verpasst nichts“, sagte er.",
            '"If you are asleep, you miss nothing," he said.',
            "de-en",
            Relation.AGREES,
        ),
    ],
)
def test_one_other_word_of_a_translated_speech_is_seen(
    a: str, b: str, langs: str, relation: Relation
) -> None:
    assert relations(compare(KIND, a, b, langs, encoder=default_encoder())) == {relation}


@pytest.mark.parametrize(
    ("a", "b", "langs", "relation"),
    [
        ("Wir verkaufen keinen Wein, wir verkaufen Honig", "We sell wine, we do not sell honey",
         "de-en", Relation.CONFLICTS),
        ("No es un castigo, es una oportunidad", "This is a punishment, not a chance",
         "es-en", Relation.CONFLICTS),
        ("Das ist kein Verbot, das ist eine Pause", "Das ist ein Verbot und keine Pause",
         "de-de", Relation.CONFLICTS),
        ("Wir verkaufen keinen Wein, wir verkaufen Honig", "We do not sell wine, we sell honey",
         "de-en", Relation.AGREES),
        ("So etwas habe ich nie gesehen", "I have never seen anything like it",
         "de-en", Relation.AGREES),
        ("Wer wartet, verpasst keine Zeit", "If you wait, you lose no time",
         "de-en", Relation.AGREES),
        ("Nothing matters more to us than keeping our guests safe",
         "The safety of our guests comes before everything else", "en-en", Relation.REWORDED),
    ],
)  # fmt: skip
def test_a_speech_that_denies_the_other_half_is_turned(
    a: str, b: str, langs: str, relation: Relation
) -> None:
    found = compare(KIND, f"“{a}”, Brenk.", f"“{b}”, Brenk.", langs, encoder=default_encoder())
    assert relations(found) == {relation}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('The trawler "Morning Star of Hope" ran aground, police said.', "en"),
        ("Der Film „Ein Sommer ohne Regen“ gewann, teilte die Jury mit.", "de"),
    ],
)
def test_the_name_of_a_ship_or_film_is_no_quotation(text: str, lang: str) -> None:
    assert extract(KIND, text, lang) == []


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("“The dam is a blessing,” he said.", "„Der Damm ist ein Fluch“, sagte er.", "en-de"),
        ("«Ha sido un éxito», dijo.", "“It has been a failure,” she said.", "es-en"),
        (
            "« C'est un aveu de faiblesse », a-t-il dit.",
            "“It is a show of strength,” he said.",
            "fr-en",
        ),
        (
            "“It was a mistake to hire her,” he said.",
            "“It was right to hire her,” he said.",
            "en-en",
        ),
        ("„Dit is een triomf”, zei hij.", "“This is not a triumph,” he said.", "nl-en"),
        ("«È una vergogna», disse.", "“It is a source of pride,” he said.", "it-en"),
    ],
)
def test_a_speech_that_praises_in_one_report_and_blames_in_the_other_is_turned(
    a: str, b: str, langs: str
) -> None:
    found = compare(KIND, a, b, langs, encoder=default_encoder())
    assert relations(found) == {Relation.CONFLICTS}


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("“The dam is a blessing,” he said.", "„Der Damm ist ein Segen“, sagte er.", "en-de"),
        ("“It is no failure,” she said.", "«Es un éxito», dijo.", "en-es"),
        (
            "“It was a good day and a sad one,” he said.",
            "„Es war ein guter Tag“, sagte er.",
            "en-de",
        ),
    ],
)
def test_praise_in_other_words_a_denied_blame_and_both_at_once_are_not_turned(
    a: str, b: str, langs: str
) -> None:
    found = compare(KIND, a, b, langs, encoder=default_encoder())
    assert Relation.CONFLICTS not in relations(found)


@pytest.mark.parametrize("lang", languages("valence"))
def test_no_word_of_a_language_both_praises_and_blames(lang: str) -> None:
    raw = load(f"valence/{lang}")
    assert raw["good"]
    assert raw["bad"]
    assert not set(raw["good"]) & set(raw["bad"])


def test_the_languages_promised_in_full_have_words_that_praise() -> None:
    assert {"de", "en", "es", "fr", "it", "nl"} <= set(languages("valence"))


def test_the_half_of_a_speech_that_the_other_report_gives_whole_is_not_one_sides_alone() -> None:
    found = compare_sentences(
        '"We have heard this before," said Doyle. "We want guarantees on jobs, not warm words."',
        'Doyle said: "We have heard this before. We want guarantees on jobs, not warm words."',
        lang_a="en",
        lang_b="en",
    )
    speeches = [d.relation for d in found if d.kind is DetailKind.QUOTATION]
    assert set(speeches) == {Relation.AGREES}
