"""How two stated values relate, told by reading both out of words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.details.figures import find
from tui.details.relate import relate
from tui.details.values import Amount
from tui.model import Relation

AGREES, CONFLICTS, IMPRECISE = Relation.AGREES, Relation.CONFLICTS, Relation.IMPRECISE
DAY = date(2025, 11, 4)


def relation(a: str, b: str, lang_a: str = "en", lang_b: str = "en") -> Relation | None:
    (one,), (other,) = find(a, lang_a, DAY), find(b, lang_b, DAY)
    judged = relate(one.value, other.value)
    return judged[0] if judged else None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("more than 50", "over 50", AGREES),
        ("about 500", "some 500", AGREES),
        ("64", "approximately 64", IMPRECISE),
        ("six", "several", IMPRECISE),
        ("at least 60", "64", IMPRECISE),
        ("more than 50", "45", CONFLICTS),
        ("more than 50", "300", CONFLICTS),
        ("nearly 2,000", "1,987", IMPRECISE),
        ("2,000 people", "1,987", IMPRECISE),
        ("45,000", "50 thousand", CONFLICTS),
        ("around 5,000", "around 5,900", CONFLICTS),
        ("more than 35 million", "more than 38 million", CONFLICTS),
        ("more than 110", "over a hundred", IMPRECISE),
        ("between 3 and 5", "four", IMPRECISE),
        ("up to 50", "over 70", CONFLICTS),
        ("dozens", "six", CONFLICTS),
        ("two thirds", "67 percent", AGREES),
        ("three in four", "75 percent", AGREES),
        ("10%", "10 percentage points", CONFLICTS),
        ("10%", "12 percentage points", None),
        ("$5 million", "5 million euros", CONFLICTS),
        ("$5 million", "4 million euros", None),
        ("about 10 miles", "16 kilometres", IMPRECISE),
        ("5 kg", "11 lbs", AGREES),
        ("5 kg", "8 kg", CONFLICTS),
        ("a day and a half", "36 hours", AGREES),
        ("a month and a half", "six weeks", IMPRECISE),
        ("aged 59", "59-year-old", AGREES),
        ("third", "three", None),
        ("Hundreds", "1,500", IMPRECISE),
        ("Hundreds", "50,000", CONFLICTS),
        ("at least $90,000", "up to $90,000", CONFLICTS),
        ("at least 340,000", "430,000", CONFLICTS),
        ("up to 310,000", "130,000", CONFLICTS),
        ("21", "20", CONFLICTS),
        ("£9.4 million", "£9m", IMPRECISE),
        ("41 days", "six weeks", IMPRECISE),
        ("72,000", "seventy thousand", IMPRECISE),
        ("72,000", "70,000", CONFLICTS),
        ("between 3 and 9", "between 5 and 9", CONFLICTS),
        ("three degrees", "3 °C", AGREES),
        ("over 300 million", "310 million euros", IMPRECISE),
        ("eleven", "nearly a dozen", IMPRECISE),
        ("number 2", "2", AGREES),
        ("the 78th minute", "the 87th minute", CONFLICTS),
        ("third place", "the third", AGREES),
        ("more than three years", "three and a half years", IMPRECISE),
        ("over three years", "five years", CONFLICTS),
        ("over 12 years", "15 years", IMPRECISE),
        ("about 60 metres", "some 200 feet", AGREES),
        ("72 seconds", "a little over a minute", IMPRECISE),
        ("90 seconds", "a little over a minute", CONFLICTS),
        ("thirty-odd", "37", IMPRECISE),
        ("thirty-odd", "47", CONFLICTS),
        ("dozens", "125", IMPRECISE),
        ("number 2", "Article 3", CONFLICTS),
    ],
)
def test_amounts(a: str, b: str, expected: Relation | None) -> None:
    assert relation(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("September 2", "the beginning of September", IMPRECISE),
        ("September 28", "early September", CONFLICTS),
        ("September 2", "2 September 2025", AGREES),
        ("in September", "September 2", IMPRECISE),
        ("the first quarter", "in March", IMPRECISE),
        ("the first quarter", "in June", CONFLICTS),
        ("in the 1990s", "in 1994", IMPRECISE),
        ("in the 1990s", "in 2004", CONFLICTS),
        ("on Monday", "November 3", AGREES),
        ("on Monday", "November 8", CONFLICTS),
        ("on Monday", "on Tuesday", CONFLICTS),
        ("Monday, July 27", "Monday, July 13", CONFLICTS),
        ("yesterday", "on Monday", AGREES),
        ("on Monday", "this week", IMPRECISE),
        ("on Monday", "last week", CONFLICTS),
        ("three weeks ago", "four weeks ago", CONFLICTS),
        ("in 2017", "in 1984", CONFLICTS),
        ("between 2012 and 2017", "between 2012 and 2016", CONFLICTS),
        ("between 2012 and 2017", "in 2015", IMPRECISE),
        ("between 2012 and 2017", "in 2019", CONFLICTS),
        ("early 2023", "the first quarter of 2023", IMPRECISE),
        ("late 2023", "the first quarter of 2023", CONFLICTS),
        ("over the weekend", "on Sunday", IMPRECISE),
        ("over the weekend", "on Tuesday", CONFLICTS),
        ("Monday morning", "Monday evening", CONFLICTS),
        ("Monday morning", "on Monday", AGREES),
        ("since 2017", "for eight years", IMPRECISE),
        ("on Monday", "at the start of next week", IMPRECISE),
    ],
)
def test_dates(a: str, b: str, expected: Relation) -> None:
    assert relation(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("5:45 p.m.", "17:45", AGREES),
        ("at 5:45", "17:45", IMPRECISE),
        ("noon", "12:00", IMPRECISE),
        ("noon", "6 p.m.", CONFLICTS),
        ("in the evening", "8 p.m.", IMPRECISE),
        ("in the evening", "9 a.m.", CONFLICTS),
        ("shortly before midnight", "11:45 p.m.", IMPRECISE),
        ("shortly before seven", "6:50", IMPRECISE),
        ("2 p.m.", "14:03", IMPRECISE),
        ("2 p.m.", "14:30", CONFLICTS),
    ],
)
def test_times_of_day(a: str, b: str, expected: Relation) -> None:
    assert relation(a, b) is expected


@pytest.mark.parametrize(
    ("a", "lang_a", "b"),
    [
        ("über 50", "de", "more than 50"),
        ("im Februar", "de", "in February"),
        ("um 17.45 Uhr", "de", "5:45 p.m."),
        ("à 17 h 45", "fr", "5:45 p.m."),
        ("il y a deux ans", "fr", "two years ago"),
        ("una docena", "es", "a dozen"),
        ("zwei Drittel", "de", "two thirds"),
    ],
)
def test_the_same_in_another_language_agrees(a: str, lang_a: str, b: str) -> None:
    assert relation(a, b, lang_a, "en") is AGREES


def test_unresolved_relative_days_are_no_conflict() -> None:
    (one,), (other,) = find("yesterday", "en", None), find("today", "en", None)
    judged = relate(one.value, other.value)
    assert judged is not None
    assert judged[0] is IMPRECISE


numbers = st.one_of(
    st.integers(0, 10**6), st.floats(0.01, 1e6).map(lambda x: round(x, 2)), st.just(10**400)
)
units = st.sampled_from(["", "%", "m", "s", "EUR"])


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low, high = sorted((draw(numbers), draw(numbers)))
    shape = draw(st.sampled_from(["point", "range", "least", "most"]))
    if shape == "point":
        high = low
    return Amount(
        None if shape == "most" else low,
        None if shape == "least" else high,
        draw(units),
        approximate=draw(st.booleans()),
    )


@given(amounts(), amounts())
def test_the_relation_is_the_same_from_either_side(a: Amount, b: Amount) -> None:
    there, back = relate(a, b), relate(b, a)
    assert (there is None) == (back is None)
    if there and back:
        assert there[0] is back[0]
        assert there[1].translate(str.maketrans("AB", "BA")) == back[1]


@given(amounts())
def test_every_amount_agrees_with_itself(a: Amount) -> None:
    judged = relate(a, a)
    assert judged is not None
    assert judged[0] is AGREES
