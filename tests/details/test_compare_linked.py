from __future__ import annotations

import re
import time
from collections.abc import Callable, Hashable, Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.details.textual import OddOnes
from tests.factories import make_article
from tests.growth import assert_no_blow_up
from tui.details import compare_linked, compare_sentences
from tui.details.base import ArticleContext, Kind, PairContext
from tui.details.reading import MOST_PLACES, Reading
from tui.model import (
    Article,
    BlockKind,
    Detail,
    DetailKind,
    Divergence,
    Link,
    Relation,
    Side,
    divergence_order,
)

AGREES, CONFLICTS, IMPRECISE = Relation.AGREES, Relation.CONFLICTS, Relation.IMPRECISE
FIGURES = frozenset(
    {
        DetailKind.NUMBER, DetailKind.QUANTITY, DetailKind.MONEY, DetailKind.PERCENT,
        DetailKind.DATE, DetailKind.TIME,
    }
)  # fmt: skip


def figures(found: Sequence[Divergence]) -> list[tuple[Relation, str, str]]:
    return [
        (d.relation, d.a.detail.text if d.a else "", d.b.detail.text if d.b else "")
        for d in found
        if d.kind in FIGURES
    ]


def compared(a: str, b: str, lang_a: str = "en", lang_b: str = "en") -> list[object]:
    return list(figures(compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b)))


def test_one_role_in_conflict_and_one_in_agreement_are_two_divergences() -> None:
    assert compared(
        "The storm left 8 hurt and 21 missing.", "Officials said 9 were hurt, 21 are missing."
    ) == [(CONFLICTS, "8", "9"), (AGREES, "21", "21")]


def test_swapped_numbers_are_two_conflicts() -> None:
    assert compared(
        "Zwei Männer wurden getötet, drei verletzt.",
        "Drei Männer wurden getötet, zwei verletzt.",
        "de",
        "de",
    ) == [(CONFLICTS, "Zwei", "Drei"), (CONFLICTS, "drei", "zwei")]


def test_numbers_of_different_roles_are_no_conflict() -> None:
    relations = [
        d[0]
        for d in figures(
            compare_sentences(
                "Three firefighters were injured.",
                "Eighteen people died.",
                lang_a="en",
                lang_b="en",
            )
        )
    ]
    assert relations == [Relation.ONLY_A, Relation.ONLY_B]


def test_a_part_and_its_whole_are_told_apart() -> None:
    assert (CONFLICTS, "Three", "four") in compared(
        "Three of the city's eleven libraries will close.", "So four libraries will be closed."
    )


def test_digits_changed_about_are_a_conflict_though_the_words_differ() -> None:
    assert (CONFLICTS, "67", "76") in compared(
        "The company has received 67 reports of overheating.", "So far 76 owners have complained."
    )


@pytest.mark.parametrize(
    ("a", "lang_a", "b", "lang_b", "expected"),
    [
        (
            "El incendio quemó 1.200 hectáreas y dejó 3 muertos y 14 heridos.", "es",
            "The fire burned 1,500 hectares, killed three and injured 14.", "en",
            [
                (CONFLICTS, "1.200 hectáreas", "1,500 hectares"),
                (AGREES, "3", "three"), (AGREES, "14", "14"),
            ],
        ),
        (
            "Die Übung begann im Februar und dauerte anderthalb Tage.", "de",
            "The 36-hour exercise started in February.", "en",
            [(AGREES, "Februar", "February"), (AGREES, "anderthalb Tage", "36-hour")],
        ),
        (
            "L'accident a fait 12 morts et une trentaine de blessés.", "fr",
            "The accident killed 12 and injured 31.", "en",
            [(AGREES, "12", "12"), (IMPRECISE, "une trentaine", "31")],
        ),
    ],
)  # fmt: skip
def test_figures_answer_each_other_across_languages(
    a: str, lang_a: str, b: str, lang_b: str, expected: list[object]
) -> None:
    assert compared(a, b, lang_a, lang_b) == expected


def test_the_vaguer_side_is_named() -> None:
    (found,) = compare_sentences("64 people", "approximately 64 people", lang_a="en", lang_b="en")
    assert found.note == "B is vaguer"
    assert found.transposed().note == "A is vaguer"


def test_the_language_of_a_short_sentence_is_told_by_its_words() -> None:
    assert figures(compare_sentences("Acht Menschen starben.", "Nine people died.")) == [
        (CONFLICTS, "Acht", "Nine")
    ]


A = make_article(["The fire killed 12 people.", "It burned for 3 days."])


def test_a_detail_given_elsewhere_is_found_there() -> None:
    b = make_article(["The fire was deadly.", "In all, 12 people died."])
    (found,) = compare_linked(A, b, [Link(0, 0, 0.9)])
    assert found.relation is AGREES
    assert found.elsewhere
    assert found.b is not None
    assert found.b.sentence == 1


def test_a_detail_given_nowhere_is_only_one_sides() -> None:
    b = make_article(["The fire was deadly.", "It was hot."])
    assert figures(compare_linked(A, b, [Link(0, 0, 0.9)])) == [(Relation.ONLY_A, "12", "")]


def test_a_detail_said_twice_is_reported_once_against_each() -> None:
    b = make_article(["Twelve people died in a fire.", "The death toll stands at 12."])
    found = compare_linked(A, b, [Link(0, 0, 0.9), Link(0, 1, 0.8)])
    assert {d[0] for d in figures(found)} == {AGREES}
    assert not any(d.elsewhere for d in found)


def test_furniture_has_no_details() -> None:
    furniture = make_article([(BlockKind.FURNITURE, "12 comments"), "12 people died."])
    assert compare_linked(A, furniture, [Link(0, 0, 0.9)]) == ()


def test_a_caller_cancels_by_raising() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare_linked(A, A, [Link(0, 0, 1.0)], progress=stop)


def test_progress_ends_at_the_total() -> None:
    steps: list[tuple[int, int]] = []
    compare_linked(A, A, [Link(0, 0, 1.0), Link(1, 1, 1.0)], progress=lambda *s: steps.append(s))
    assert steps == [(0, 2), (1, 2), (2, 2)]


PIECES = [
    "8 people were hurt", "nine people were hurt", "21 are missing", "about 20 are missing",
    "it cost €3 million", "it cost $3 million", "on Monday", "on 3 November", "two thirds agreed",
    "66 percent agreed", "at noon", "at 6 p.m.", "three weeks ago", "ein Dutzend", "Article 5",
    "they won 2-0", "at least 50 died", "45 died", "in the 1990s", "10^400", "31 February",
]  # fmt: skip
sentences = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(", ".join)
reports = st.lists(sentences, min_size=1, max_size=4).map(
    lambda given: make_article(given, published="2025-11-04")
)


@st.composite
def linked(draw: st.DrawFn) -> tuple[Article, Article, list[Link]]:
    a, b = draw(reports), draw(reports)
    pairs = draw(
        st.sets(
            st.tuples(st.integers(0, len(a.sentences) - 1), st.integers(0, len(b.sentences) - 1)),
            max_size=6,
        )
    )
    return a, b, [Link(i, j, 0.5 + (i + j) / 20) for i, j in sorted(pairs)]


@settings(deadline=None, max_examples=60)
@given(linked())
def test_turning_the_articles_round_turns_the_divergences_round(
    case: tuple[Article, Article, list[Link]],
) -> None:
    a, b, links = case
    there = [d for d in compare_linked(a, b, links) if d.kind in FIGURES]
    back = compare_linked(b, a, [Link(k.j, k.i, k.score) for k in links])
    turned = [d.transposed() for d in back if d.kind in FIGURES]
    assert sorted(turned, key=divergence_order) == there


@settings(deadline=None, max_examples=60)
@given(linked())
def test_a_figure_is_paired_with_one_of_a_sentence_at_most(
    case: tuple[Article, Article, list[Link]],
) -> None:
    found = [d for d in compare_linked(*case) if d.kind in FIGURES and d.relation is CONFLICTS]
    pairs = [(d.a, d.b) for d in found if d.a and d.b]
    assert len({(a, b.sentence) for a, b in pairs}) == len(pairs)
    assert len({(a.sentence, b) for a, b in pairs}) == len(pairs)


def test_a_fact_that_may_be_told_in_other_terms_is_not_said_to_be_only_one_sides() -> None:
    found = compare_sentences(
        "The ferry was built in 1998.", "The ferry is 24 years old.", lang_a="en", lang_b="en"
    )
    assert not figures(found)


def test_a_conflict_with_what_a_report_says_twice_is_told_at_both_places() -> None:
    a = make_article(["Seven dead in ferry fire", "The fire killed seven people, police said."])
    b = make_article(["The fire on the ferry killed nine people."])
    found = compare_linked(a, b, [Link(0, 0, 0.9), Link(1, 0, 0.9)])
    assert [
        (d.a.sentence, d.a.detail.text, d.b.detail.text)
        for d in found
        if d.relation is CONFLICTS and d.a and d.b
    ] == [(0, "Seven", "nine"), (1, "seven", "nine")]
    assert not [d for d in found if d.kind in FIGURES and d.relation is Relation.ONLY_A]


@pytest.mark.parametrize(
    "piece",
    ["In 2017 about 64 people died, 3.5 million lost. ", "5 ", "one ", "9-", "ein ", "٣٥٠ قتلى "],
)
def test_an_endless_sentence_takes_bounded_time(piece: str) -> None:
    def seconds(characters: int) -> float:
        text = piece * (characters // len(piece))
        start = time.process_time()
        compare_sentences(text, text + "6", lang_a="de", lang_b="en")
        return time.process_time() - start

    seconds(5_000)
    assert seconds(1_000_000) < 12 * max(seconds(40_000), 0.05)


def _kind(keys: Callable[[Detail], Iterable[Hashable]], asked: list[Side] | None = None) -> Kind:
    """A kind whose details are the words of a sentence, which nothing ever answers."""

    def extract(text: str, context: ArticleContext) -> list[Detail]:
        return [
            Detail(DetailKind.NUMBER, m.start(), m.end(), m[0]) for m in re.finditer(r"\S+", text)
        ]

    def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> list[Divergence]:
        if asked is not None:
            asked.extend(a)
        return [Divergence(DetailKind.NUMBER, Relation.ONLY_A, 1.0, side, None) for side in a]

    return Kind("words", extract, match, keys=keys)


def _letters(detail: Detail) -> list[Hashable]:
    return list(dict.fromkeys(detail.text))


@given(
    st.lists(st.text("ab ", max_size=60), min_size=1, max_size=40),
    st.text("abc", min_size=1, max_size=3),
    st.integers(0, 40),
)
def test_a_detail_is_looked_for_at_the_nearest_places_that_share_a_key(
    texts: list[str], word: str, sentence: int
) -> None:
    kind, reading = _kind(_letters), Reading(dict(enumerate(texts)), ArticleContext("en"))
    side = Side(sentence, Detail(DetailKind.NUMBER, 0, len(word), word))
    known = [s for index in reading.sentences for s in reading.sides(kind, index)]
    shared = [s for key in _letters(side.detail) for s in known if key in _letters(s.detail)]
    nearest = sorted(dict.fromkeys(shared), key=lambda s: abs(s.sentence - sentence))
    assert reading.places(kind, side) == nearest[:MOST_PLACES]


def test_looking_elsewhere_costs_the_same_however_many_places_there_are() -> None:
    def looking(count: int) -> Callable[[], object]:
        kind = _kind(lambda detail: [detail.text])
        reading = Reading(dict.fromkeys(range(count), "same"), ArticleContext("en"))
        sides = [Side(n, Detail(DetailKind.NUMBER, 0, 4, "same")) for n in range(count)]
        return lambda: [reading.places(kind, side) for side in sides]

    assert_no_blow_up(looking, 400)


def test_comparing_can_be_cancelled_while_a_whole_article_is_searched() -> None:
    told: list[tuple[int, int]] = []
    article = make_article(["On Monday 64 people were hurt."])
    other = make_article(["Many were hurt.", *(f"Page {n} says nothing." for n in range(50))])
    compare_linked(article, other, [Link(0, 0, 1.0)], progress=lambda *done: told.append(done))
    assert told.count((0, 1)) > 3
    assert told[-1] == (1, 1)


def test_a_sentence_that_an_article_repeats_is_compared_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Side] = []
    monkeypatch.setattr(
        "tui.details.compare.kinds", lambda: (_kind(lambda detail: [detail.text], asked),)
    )
    article = make_article(["Again."] * 50)
    compare_linked(article, article, [Link(n, n, 1.0) for n in range(50)])
    assert len(asked) == 50 * 3  # in its bead, and against a linked and another sentence


def test_what_roles_leave_open_is_settled_by_the_words_around() -> None:
    a = "The bridge reopens to traffic with 14 lanes."
    b = "Cars may cross again on 17 of them."

    def told(*odd: str) -> list[Relation]:
        found = compare_sentences(a, b, lang_a="en", lang_b="en", encoder=OddOnes(*odd))
        return [relation for relation, _, _ in figures(found)]

    assert told() == [CONFLICTS]
    assert CONFLICTS not in told("bridge")


def test_a_number_in_a_name_is_compared_as_a_name_only() -> None:
    a, b = "The police arrested MS-13 members.", "The police arrested MS-18 members."
    found = compare_sentences(a, b, lang_a="en", lang_b="en")
    assert [d.relation for d in found if d.kind in FIGURES] == []


def test_since_a_year_is_not_set_against_a_weekday() -> None:
    assert compared(
        "The river reached its highest level since 1954.", "The level was reached on Monday."
    ) != [(CONFLICTS, "1954", "Monday")]


def test_a_number_inside_a_source_that_has_its_counterpart_is_not_told_again() -> None:
    found = compare_sentences(
        "The bridge will close, two engineers and four inspectors said.",
        "Engineers said that the bridge will close.",
        lang_a="en",
        lang_b="en",
    )
    kinds = {d.kind: d.relation for d in found if d.a and "two" in d.a.detail.text}
    assert kinds.keys() == {DetailKind.ATTRIBUTION}, found


@pytest.mark.parametrize(("score", "conflicting"), [(0.95, 2), (0.72, 2), (0.5, 1)])
def test_on_a_weak_link_only_figures_conflict(score: float, conflicting: int) -> None:
    one = make_article(["The mayor welcomed the plan for 40 flats."])
    other = make_article(["The mayor condemned the plan for 60 flats."])
    found = compare_linked(one, other, [Link(0, 0, score)])
    assert sum(d.relation is CONFLICTS for d in found) == conflicting


def test_a_conflict_within_another_is_told_once() -> None:
    found = compare_sentences(
        "The blast in the north of Chile left ten miners badly hurt.",
        "The blast in southern Chile left ten miners slightly hurt.",
        lang_a="en",
        lang_b="en",
    )
    told = [
        (d.a.detail.text, d.b.detail.text) for d in found if d.a and d.b and d.relation is CONFLICTS
    ]
    assert told == [("north of Chile", "southern Chile"), ("badly hurt", "slightly hurt")]


def test_a_date_with_the_same_figures_is_one_though_two_countries_read_it_as_two_days() -> None:
    found = compared("Der Brief trägt das Datum 04/05/21.", "The letter is dated 04/05/21.", "de")
    assert found == [(AGREES, "04/05/21", "04/05/21")]


def test_as_long_as_some_time_has_passed_is_no_limit() -> None:
    found = compare_sentences(
        "Das gilt, sofern mindestens zwei Wochen vergangen sind.",
        "That holds as long as two weeks have passed.",
        lang_a="de",
        lang_b="en",
    )
    assert not any(d.relation is CONFLICTS for d in found)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Nach dem Ausbruch der Krankheit schloss die Schule.",
            "The school closed after an outbreak.",
        ),
        ("Der Schaffner rief die Polizei.", "The train conductor called the police."),
    ],
)
def test_words_of_several_senses_exclude_nothing(a: str, b: str) -> None:
    found = compare_sentences(a, b, lang_a="de", lang_b="en")
    assert not any(d.relation is CONFLICTS for d in found)
