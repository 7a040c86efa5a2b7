"""Bylines and dates: who wrote it and when, and never a guess."""

from __future__ import annotations

import pytest

from tui.read.byline import is_byline, is_names, is_role, read_byline
from tui.read.dates import find_days, is_date_line

BYLINES = [
    ("By Ann Lee", "Ann Lee", None),
    ("by Ann Lee | November 3, 2025", "Ann Lee", "2025-11-03"),
    ("BY ANN LEE AND BO FALK", "ANN LEE AND BO FALK", None),
    ("By Ann Lee, Staff Writer", "Ann Lee", None),
    ("By Ann Lee in Brenn and Bo Falk", "Ann Lee", None),
    ("Written by: Ann Lee · 3 Nov. 2025, 10:31 am EST", "Ann Lee", "2025-11-03"),
    ("Posted on March 3, 2025 by Ann Lee", "Ann Lee", "2025-03-03"),
    ("*By Ann Lee — 30 March 2025*", "Ann Lee", "2025-03-30"),
    ("By The Associated Press", "", None),
    ("By our correspondent", "", None),
    ("Von Jonas Ebert, 11. März 2026", "Jonas Ebert", "2026-03-11"),
    ("Von Hans-Jörg von der Au und Eva Kühn, Berlin", "Hans-Jörg von der Au und Eva Kühn", None),
    ("Ein Gastbeitrag von Eva Kühn", "Eva Kühn", None),
    ("Text: Eva Kühn", "Eva Kühn", None),
    ("Par Solène Maillard", "Solène Maillard", None),
    (
        "Par Jean de la Tour et Luc Roy, le 1er mai 2024 à 18h12",
        "Jean de la Tour et Luc Roy",
        "2024-05-01",
    ),
    ("Por Juan de la Cruz, 3 de noviembre de 2025", "Juan de la Cruz", "2025-11-03"),
    ("di Giulia Ferrante", "Giulia Ferrante", None),
    ("Por Inês Prado — Porto Claro", "Inês Prado", None),
    ("Door Pieter Haan en Els de Wit", "Pieter Haan en Els de Wit", None),
]


@pytest.mark.parametrize(("line", "author", "published"), BYLINES)
def test_a_byline_gives_author_and_date(line: str, author: str, published: str | None) -> None:
    assert is_byline(line)
    found = read_byline([line], day_first=False)
    assert (found.author, found.published) == (author or None, published)


@pytest.mark.parametrize(
    "line",
    [
        "By the time he came, nobody was left",
        "By Monday the dam was dry",
        "By November",
        "Von der Leyen reist nach Kiew",
        "Von Kiew nach Moskau in zwölf Stunden",
        "Par temps de pluie, la digue tient",
        "Por fin llueve en el valle",
        "Di nuovo acqua alta a Venezia",
        "Door de dijk loopt een scheur",
        "Bypass opens after ten years",
        "Written answers to the House",
    ],
)
def test_a_headline_that_begins_like_a_byline_is_none(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("November 3, 2025", "2025-11-03"),
        ("Nov. 3, 2025 at 10:31 AM EST", "2025-11-03"),
        ("Monday, 3rd of November 2025", "2025-11-03"),
        ("Published: 2025-11-03T10:31:00+01:00", "2025-11-03"),
        ("Stand: 03.11.2025, 14:30 Uhr", "2025-11-03"),
        ("Montag, 3. November 2025 um 14.30 Uhr", "2025-11-03"),
        ("Publié le 3 novembre 2025 à 18h12", "2025-11-03"),
        ("Publié le 1er août 2025 - Mis à jour le 2 août 2025 à 7 h 30", "2025-08-01"),
        ("Publicado el 3 de noviembre de 2025, 10:35 h", "2025-11-03"),
        ("Pubblicato il 3 novembre 2025 alle ore 10:35", "2025-11-03"),
        ("Publicado em 3 de novembro de 2025 às 10h35", "2025-11-03"),
        ("Gepubliceerd op 3 november 2025 om 09:15", "2025-11-03"),
        ("2025年11月3日", "2025-11-03"),
        ("Published: 23/11/2025", "2025-11-23"),
        ("Published: 11/23/2025", "2025-11-23"),
        ("Published: 03/11/2025", None),
        ("3 November", None),
        ("14:32 Uhr", None),
        ("12:40", None),
        ("30 February 2025", None),
    ],
)
def test_a_date_line_gives_its_date_or_none(line: str, iso: str | None) -> None:
    assert is_date_line(line)
    assert read_byline([line], day_first=False).published == iso


@pytest.mark.parametrize(
    "line",
    [
        "On 3 November 2025 the dam broke",
        "Am 3. November 2025 brach der Damm",
        "The 1960s",
        "May",
        "May he rest",
        "5 March protests planned",
        "Room 12",
        "64",
        "Flight 11-12 lands",
    ],
)
def test_a_line_that_says_more_than_a_date_is_no_date_line(line: str) -> None:
    assert not is_date_line(line)


def test_the_date_of_publication_goes_before_other_dates_and_the_last_change_after() -> None:
    lines = ["Updated: 5 November 2025", "4 November 2025", "Published: 3 November 2025"]
    assert read_byline(lines, day_first=False).published == "2025-11-03"
    assert read_byline(lines[:2], day_first=False).published == "2025-11-04"
    assert read_byline(lines[:1], day_first=False).published == "2025-11-05"


def test_dates_do_not_overlap_and_know_what_is_before_them() -> None:
    line = "Posted 3 May 2024, updated 2024-05-04"
    days = find_days(line, day_first=False)
    assert [(line[d.start : d.end], d.iso, d.before) for d in days] == [
        ("3 May 2024", "2024-05-03", "Posted "),
        ("2024-05-04", "2024-05-04", ", updated "),
    ]


def test_a_role_or_agency_is_told_from_a_name() -> None:
    assert is_role("Staff writer")
    assert is_role("dpa/afp")
    assert not is_role("Ann Lee")
    assert is_names("Ann Lee, Bo Falk and Cy van der Orr")
    assert not is_names("Ann said")
