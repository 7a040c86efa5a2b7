"""Stretches of days, feasts, days told from another day, nights; and what stands before a date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.details import compare_sentences
from tui.details.day_of_report import easter
from tui.details.figures import find
from tui.details.relate import relate
from tui.details.values import CalendarDate
from tui.model import DetailKind, Relation

from .textual import OddOnes

AGREES, CONFLICTS, IMPRECISE = Relation.AGREES, Relation.CONFLICTS, Relation.IMPRECISE
WEDNESDAY = date(2025, 6, 18)


def relation(a: str, b: str, lang_a: str, lang_b: str, day: date | None) -> Relation | None:
    """How the first dates of two phrases stand to each other."""
    (one, *_), (other, *_) = (
        [d for d in find(text, lang, day) if d.kind is not DetailKind.TIME]
        for text, lang in ((a, lang_a), (b, lang_b))
    )
    judged = relate(one.value, other.value)
    return judged[0] if judged else None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "open from 3 to 9 May"),
        ("en", "open 3–9 May"),
        ("en", "open May 3-9"),
        ("en", "between 3 and 9 May"),
        ("de", "vom 3. bis 9. Mai"),
        ("de", "zwischen dem 3. und dem 9. Mai"),
        ("fr", "du 3 au 9 mai"),
        ("es", "del 3 al 9 de mayo"),
        ("it", "dal 3 al 9 maggio"),
        ("nl", "van 3 tot 9 mei"),
    ],
)
def test_a_stretch_of_days_is_one_date_in_every_language(lang: str, text: str) -> None:
    (found,) = find(text, lang, None)
    value = found.value
    assert isinstance(value, CalendarDate)
    assert value.last is not None
    assert (value.month, value.day, value.last.month, value.last.day) == (5, 3, 5, 9)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "between 3 and 9 people in May"),
        ("en", "the May 3 vote drew 9 people"),
        ("en", "on Monday and Friday"),
        ("de", "am Montag oder Freitag"),
        ("fr", "le 3 et le 9"),
    ],
)
def test_two_days_are_no_stretch_and_two_numbers_are_no_days(lang: str, text: str) -> None:
    values = [d.value for d in find(text, lang, None)]
    assert not any(isinstance(v, CalendarDate) and v.last for v in values)


@pytest.mark.parametrize(
    ("a", "b", "lang_a", "lang_b", "expected"),
    [
        ("from 3 to 9 May", "vom 3. bis 9. Mai", "en", "de", AGREES),
        ("from 3 to 9 May", "du 3 au 10 mai", "en", "fr", CONFLICTS),
        ("from 3 to 9 May", "on 5 May", "en", "en", IMPRECISE),
        ("from 3 to 9 May", "on 12 May", "en", "en", CONFLICTS),
        ("from 3 to 9 May", "in May", "en", "en", IMPRECISE),
        ("from 3 to 9 May", "in June", "en", "en", CONFLICTS),
        ("from 28 December to 2 January", "on 31 December", "en", "en", IMPRECISE),
        ("from Monday to Friday", "de lunes a jueves", "en", "es", CONFLICTS),
        ("from Monday to Friday", "on Wednesday", "en", "en", IMPRECISE),
        ("from Monday to Friday", "on Sunday", "en", "en", CONFLICTS),
        ("between May and July", "in June", "en", "en", IMPRECISE),
        ("from 3 to 9 May", "for a week", "en", "en", IMPRECISE),
        ("in der Nacht zum Sonntag", "dans la nuit de samedi à dimanche", "de", "fr", AGREES),
        ("in der Nacht zum Sonntag", "on Saturday night", "de", "en", IMPRECISE),
        ("in der Nacht zum Sonntag", "on Sunday morning", "de", "en", AGREES),
        ("in der Nacht zum Sonntag", "in de nacht van vrijdag op zaterdag", "de", "nl", CONFLICTS),
        ("on Easter Monday", "am Ostermontag", "en", "de", AGREES),
        ("le lundi de Pâques", "Whit Monday", "fr", "en", CONFLICTS),
        ("at Easter", "el Viernes Santo", "en", "es", IMPRECISE),
        ("at Easter", "op Hemelvaartsdag", "en", "nl", CONFLICTS),
        ("at Christmas", "am 26. Dezember", "en", "de", IMPRECISE),
        ("at Christmas", "am 12. Dezember", "en", "de", CONFLICTS),
        ("at the start of the new year", "zum 1. Januar", "en", "de", IMPRECISE),
        ("the next day", "am Folgetag", "en", "de", AGREES),
        ("the next day", "la veille", "en", "fr", CONFLICTS),
        ("a week later", "un mes después", "en", "es", CONFLICTS),
        ("the school year 2025/26", "l'année scolaire 2025-2026", "en", "fr", AGREES),
        ("the school year 2025/26", "im Schuljahr 2026/27", "en", "de", CONFLICTS),
        ("ab 2027", "from 2028", "de", "en", CONFLICTS),
        ("ab 2027", "from 1 January 2027", "de", "en", IMPRECISE),
        ("last Friday", "next Friday", "en", "en", CONFLICTS),
        ("venerdì scorso", "on Friday", "it", "en", AGREES),
    ],
)
def test_dates_without_the_day_of_the_report(
    a: str, b: str, lang_a: str, lang_b: str, expected: Relation | None
) -> None:
    assert relation(a, b, lang_a, lang_b, None) is expected
    assert relation(b, a, lang_b, lang_a, None) is expected


@pytest.mark.parametrize(
    ("a", "b", "lang_a", "lang_b", "expected"),
    [
        ("on Whit Monday", "am 9. Juni", "en", "de", AGREES),
        ("on Good Friday", "am 11. April", "en", "de", CONFLICTS),
        ("by the end of the decade", "2030", "en", "en", IMPRECISE),
        ("by the end of the decade", "2041", "en", "en", CONFLICTS),
        ("in der Nacht zum Donnerstag", "tonight", "de", "en", IMPRECISE),
        ("vor drei Wochen", "on 27 May", "de", "en", IMPRECISE),
        ("vor drei Wochen", "on 12 May", "de", "en", CONFLICTS),
        ("hace tres meses", "in February", "es", "en", IMPRECISE),
        ("hace tres meses", "in November", "es", "en", CONFLICTS),
        ("dans deux semaines", "on 2 July", "fr", "en", AGREES),
        ("over twee weken", "on 14 July", "nl", "en", CONFLICTS),
        ("tra due settimane", "for two weeks", "it", "en", AGREES),
        ("dentro de dos semanas", "for four weeks", "es", "en", CONFLICTS),
        ("It will open in two weeks", "am 3. Juli", "en", "de", IMPRECISE),
        ("Sie wird in zwei Wochen eröffnet", "on 3 July", "de", "en", IMPRECISE),
        ("tomorrow", "for three days", "en", "en", None),
        ("in the late seventies", "1978", "en", "en", IMPRECISE),
        ("in the late seventies", "1984", "en", "en", CONFLICTS),
    ],
)
def test_dates_by_the_day_of_the_report(
    a: str, b: str, lang_a: str, lang_b: str, expected: Relation | None
) -> None:
    assert relation(a, b, lang_a, lang_b, WEDNESDAY) is expected


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_easter_of_years_that_are_known() -> None:
    known = ("2024-03-31", "2025-04-20", "1961-04-02", "1954-04-18", "2038-04-25")
    assert [easter(int(day[:4])).isoformat() for day in known] == list(known)


@given(st.dates(date(1600, 1, 1), date(9990, 1, 1)), st.integers(-60, 60))
def test_a_movable_feast_is_near_the_report(today: date, steps: int) -> None:
    from tui.details.day_of_report import resolve

    found = resolve(CalendarDate(relative=f"{steps} easter"), today)
    if found:
        assert abs(date.fromisoformat(found) - today) <= timedelta(220)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The pool stays shut until Monday.", "The pool stays shut for several days.", IMPRECISE),
        ("The pool stays shut until Friday.", "The pool stays shut until the weekend.", IMPRECISE),
        ("The pool was built before 1900.", "The pool was built in 1893.", IMPRECISE),
        ("The pool was built before 1900.", "The pool was built in 1911.", CONFLICTS),
        ("The pool opens not before 2028.", "The pool opens in 2027.", CONFLICTS),
        ("She healed within a week.", "She healed in four days.", IMPRECISE),
        ("She healed within a week.", "She healed in ten days.", CONFLICTS),
        ("Rents rose by a third.", "Rents rose to a third.", CONFLICTS),
    ],
)
def test_what_stands_before_a_figure_tells_what_it_means(
    a: str, b: str, expected: Relation
) -> None:
    found = compare_sentences(a, b, lang_a="en", lang_b="en", encoder=OddOnes())
    kinds = {DetailKind.DATE, DetailKind.QUANTITY, DetailKind.PERCENT}
    assert [d.relation for d in found if d.kind in kinds] == [expected]


def test_by_how_much_and_to_what_are_no_conflict() -> None:
    found = compare_sentences(
        "Rents rose by 4 percent.", "Rents rose to 31 percent.",
        lang_a="en", lang_b="en", encoder=OddOnes(),
    )  # fmt: skip
    assert CONFLICTS not in {d.relation for d in found}


def test_another_step_from_a_day_told_before_is_a_conflict() -> None:
    def told(b: str) -> set[Relation]:
        a = "The keeper noticed the theft the next day."
        found = compare_sentences(a, b, lang_a="en", lang_b="en", encoder=OddOnes())
        return {d.relation for d in found if d.kind in {DetailKind.DATE, DetailKind.QUANTITY}}

    assert told("The keeper noticed the theft three days later.") == {CONFLICTS}
    assert CONFLICTS not in told("The keeper noticed the theft after three days of rain.")


def test_days_that_cannot_be_told_do_not_part_two_that_agree() -> None:
    a = "Le concert, prévu dimanche, a été repoussé au 14 juin."
    b = "Le concert de dimanche est reporté au 21 juin."
    found = compare_sentences(a, b, lang_a="fr", lang_b="fr", encoder=OddOnes())
    dates = [d.relation for d in found if d.kind is DetailKind.DATE]
    assert sorted(dates) == [AGREES, CONFLICTS]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "The council is sworn in on Saturday week.", "2025-06-28"),
        ("en", "Voting is on Monday week.", "2025-06-30"),
        ("en", "It reopens on Tuesday fortnight.", "2025-07-08"),
        ("en", "The court sits again on Wednesday week.", "2025-06-25"),
        ("de", "Gewählt wird am Samstag in einer Woche.", "2025-06-28"),
        ("de", "Der Markt öffnet am Montag in acht Tagen.", "2025-06-30"),
        ("fr", "Le marché rouvre samedi en huit.", "2025-06-28"),
        ("fr", "Le procès reprend lundi en quinze.", "2025-07-07"),
        ("nl", "De markt opent zaterdag over een week.", "2025-06-28"),
        ("it", "Il mercato riapre sabato a otto.", "2025-06-28"),
    ],
)
def test_a_weekday_may_be_passed_over_by_weeks(lang: str, text: str, day: str) -> None:
    (value,) = (d.value for d in find(text, lang, WEDNESDAY) if isinstance(d.value, CalendarDate))
    assert value.resolved == day


def test_a_week_in_another_part_of_the_sentence_passes_no_weekday_over() -> None:
    (value, *_) = (d.value for d in find("On Saturday weekly rents rose.", "en", WEDNESDAY))
    assert isinstance(value, CalendarDate)
    assert value.resolved == "2025-06-14"
