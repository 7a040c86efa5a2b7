"""Times of day beside each other: their zones, and the hours between two of them."""

from __future__ import annotations

import pytest

from tui.details import compare_sentences
from tui.details.figures import find
from tui.details.values import CalendarDate, ClockTime
from tui.model import DetailKind, Relation


def _times(a: str, b: str, lang_a: str, lang_b: str) -> set[Relation]:
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b)
    return {d.relation for d in found if d.kind is DetailKind.TIME and d.a and d.b}


@pytest.mark.parametrize(
    ("lang", "text", "zone"),
    [
        ("en", "Lift-off is set for 15:45 GMT.", (0,)),
        ("en", "Lift-off is set for 10:45 a.m. Eastern time.", (-300, -240)),
        ("de", "Der Start ist für 16.45 Uhr MEZ geplant.", (60,)),
        ("de", "Der Start ist für 16.45 Uhr deutscher Zeit geplant.", (60, 120)),
        ("fr", "Le départ est prévu à 16 h 45 heure de Paris.", (60, 120)),
        ("es", "El despegue será a las 16.45 hora peninsular.", (60, 120)),
        ("fr", "Le train de 16 h 45 est parti.", ()),
    ],
)
def test_the_zone_named_behind_a_time_is_read(lang: str, text: str, zone: tuple[int, ...]) -> None:
    (value,) = (d.value for d in find(text, lang, None) if isinstance(d.value, ClockTime))
    assert value.zone == zone


def test_four_figures_before_a_zone_are_a_time_and_others_are_none() -> None:
    (time,) = find("It landed (1545 GMT).", "en", None)
    assert time.value == ClockTime(945, 945)
    assert not any(
        isinstance(d.value, ClockTime) for d in find("They counted 1545 votes.", "en", None)
    )


def test_times_of_two_zones_are_held_against_each_other_on_one_clock() -> None:
    start = "The launch is set for 15:45 GMT."
    assert _times(start, "Der Start ist für 16.45 Uhr MEZ geplant.", "en", "de") == {
        Relation.AGREES
    }
    assert _times(start, "Der Start ist für 15.45 Uhr MEZ geplant.", "en", "de") == {
        Relation.CONFLICTS
    }


def test_whole_hours_beside_a_zone_that_only_one_names_are_no_conflict() -> None:
    start = "The launch is set for 15:45 GMT."
    assert _times(start, "Der Start ist für 17.45 Uhr geplant.", "en", "de") == {Relation.IMPRECISE}
    assert _times(start, "Der Start ist für 17.15 Uhr geplant.", "en", "de") == {Relation.CONFLICTS}


def test_the_part_of_a_day_before_it_is_told_with_the_day() -> None:
    (date,) = find("It sank on the evening of 9 October.", "en", None)
    assert isinstance(date.value, CalendarDate)
    assert (date.value.day, date.value.daytime) == (9, (1_020, 1_380))
    (date,) = find("Es sank am Abend des 9. Oktober.", "de", None)
    assert date.text == "Abend des 9. Oktober"


def test_an_hour_with_minutes_is_one_of_24_where_people_count_so() -> None:
    (time,) = find("Il treno è partito alle 6.40.", "it", None)
    assert time.value == ClockTime(400, 400)


def test_a_time_between_two_others_contradicts_neither() -> None:
    stretch = "The burglary took place between 10pm on Saturday and 6am on Sunday."
    inside = "The burglary took place at 3am on Sunday."
    outside = "The burglary took place at 9am on Sunday."
    assert Relation.CONFLICTS not in _times(stretch, inside, "en", "en")
    assert Relation.CONFLICTS in _times(stretch, outside, "en", "en")


@pytest.mark.parametrize(
    ("lang", "text", "minute"),
    [
        ("en", "She left the house at nine.", 540),
        ("en", "The shop opens at nine and closes at five.", 540),
        ("en", "They met at eight on Monday.", 480),
        ("en", "At ten, the sirens went off.", 600),
        ("en", "The ferry sailed at six with forty aboard.", 360),
        ("de", "Um acht verließ er das Haus.", 480),
        ("de", "Der Zug fuhr um neun ab.", 540),
        ("de", "Der Laden öffnet um sieben.", 420),
        ("fr", "Elle est partie à neuf heures.", 540),
        ("es", "Salió de casa a las nueve.", 540),
        ("it", "Uscì alle nove.", 540),
        ("nl", "De trein vertrok om negen.", 540),
    ],
)
def test_an_hour_in_words_that_counts_nothing_is_a_time(lang: str, text: str, minute: int) -> None:
    times = [d.value for d in find(text, lang, None) if isinstance(d.value, ClockTime)]
    assert minute in [time.start for time in times]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The toll stands at nine."),
        ("en", "The number of injured was put at nine."),
        ("en", "He fired at two men."),
        ("en", "Classes were cancelled at two or three schools."),
        ("en", "Fires broke out at nine of the depots."),
        ("en", "Unemployment remains at eight percent."),
        ("de", "Der Preis stieg um acht auf 40 Euro."),
        ("de", "Die Zahl der Fälle sank um neun."),
        ("de", "Um acht Jahre verfehlte er den Rekord."),
        ("de", "Die Stadt streitet um zwei alte Linden."),
        ("nl", "Het ging om negen van de schepen."),
    ],
)
def test_a_number_that_counts_or_measures_is_no_time(lang: str, text: str) -> None:
    assert not any(isinstance(d.value, ClockTime) for d in find(text, lang, None))
