"""Names declined, and names carried into another script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_article
from tui.details import compare_linked, compare_sentences
from tui.details.cases import declined, nominatives
from tui.details.likeness import CLOSE, likeness
from tui.details.romanised import resemblance
from tui.details.text_values import Name
from tui.details.vocabulary import vocabulary
from tui.model import DetailKind, Link, Relation


def name(full: str, lang: str) -> Name:
    return Name(full.casefold(), full, nominatives=nominatives(full, lang))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Kenji Arimoto", "Кэндзи Аримото"),
        ("George Hathaway", "Джордж Хатауэй"),
        ("Heike Baumgart", "Хайке Баумгарт"),
        ("Wojciech Kowalczyk", "Войцех Ковальчик"),
        ("Oleg Smirnow", "Олегом Смирновым"),
        ("Anna Petrova", "Анной Петровой"),
    ],
)
def test_a_name_is_known_in_another_script_declined_or_not(latin: str, cyrillic: str) -> None:
    assert likeness(name(latin, "en"), name(cyrillic, "ru")) >= CLOSE


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("Igor Smirnow", "Олег Петров"), ("Maria Weber", "Мария Кох"), ("Tanaka", "Накамура")],
)
def test_another_name_is_another_in_any_script(latin: str, cyrillic: str) -> None:
    assert likeness(name(latin, "de"), name(cyrillic, "ru")) < CLOSE


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("Jacek Zieliński", "Jacka Zielińskiego", "pl"),
        ("Ewa Kowalska", "Ewą Kowalską", "pl"),
        ("Игорь Смирнов", "Игорю Смирнову", "ru"),
        ("Selim Aydın", "Selim Aydın'ın", "tr"),
    ],
)
def test_a_declined_name_is_the_same_name(one: str, other: str, lang: str) -> None:
    assert likeness(name(one, lang), name(other, lang)) >= CLOSE
    assert likeness(name(one, "en"), name(other, lang)) >= CLOSE


def test_a_language_without_cases_declines_nothing() -> None:
    assert nominatives("Anna Brenk", "de") == declined("Frankreich", "de") == ()


def test_a_country_is_known_in_every_case() -> None:
    places = vocabulary("ru").places
    assert places.value("японии") == places.value("японию") == places.value("япония") == "JP"


def test_a_name_that_the_other_article_has_in_its_script_is_in_both() -> None:
    a = make_article(["Warden Kenji Arimoto opened the gate.", "It rained."])
    b = make_article(["Ворота открыли.", "Шёл дождь, сказал Кэндзи Аримото."], lang="ru")
    found = compare_linked(a, b, [Link(0, 0, 0.9), Link(1, 1, 0.9)])
    persons = {d.relation for d in found if d.kind is DetailKind.PERSON}
    assert persons <= {Relation.AGREES}


@given(st.text(max_size=12), st.text(max_size=12))
def test_resemblance_is_a_share_and_the_same_from_either_side(a: str, b: str) -> None:
    assert 0.0 <= resemblance(a, b) <= 1.0
    assert resemblance(a, b) == pytest.approx(resemblance(b, a))


@given(st.text(max_size=30), st.sampled_from(["ru", "pl", "tr", "en"]))
def test_any_text_may_be_declined(text: str, lang: str) -> None:
    assert len(nominatives(text, lang)) <= 32


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("Nobody was injured, the company said.", "Никто не пострадал, сообщила компания."),
        (
            "Judge Anna Brandt spoke in Japan on Friday.",
            "В пятницу в Японии выступила судья Анна Брандт.",
        ),
    ],
)
def test_what_two_languages_say_alike_differs_in_nothing(english: str, russian: str) -> None:
    found = compare_sentences(english, russian, lang_a="en", lang_b="ru")
    assert {d.relation for d in found} == {Relation.AGREES}
