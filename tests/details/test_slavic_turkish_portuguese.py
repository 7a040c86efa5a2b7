"""Russian, Polish, Turkish and Portuguese beside English: what agrees, and what does not."""

from __future__ import annotations

import pytest

from tui.details import compare_sentences
from tui.model import Relation


@pytest.mark.parametrize(
    ("lang", "english", "other"),
    [
        (
            "ru",
            "Police said on Tuesday that two of the 14 climbers may have left at 2 p.m.",
            "Полиция сообщила во вторник, что двое из 14 альпинистов, возможно, ушли в 2 часа дня.",
        ),
        (
            "ru",
            "The bridge was closed in August 2019, and nobody was injured, the mayor said.",
            "Мост закрыли в августе 2019 года, никто не пострадал, сообщил мэр.",
        ),
        (
            "pl",
            "According to police, five workers were probably on the roof at 4.15 p.m.",
            "Według policji o godz. 16.15 na dachu było prawdopodobnie pięciu robotników.",
        ),
        (
            "pl",
            "Judge Jacek Brzostek was never in Warsaw in May 2021.",
            "Sędziego Jacka Brzostka nigdy nie było w Warszawie w maju 2021 roku.",
        ),
        (
            "tr",
            "The company said nobody was injured and the repairs would cost 40 million euros.",
            "Şirket, kimsenin yaralanmadığını ve onarımın 40 milyon avroya mal olacağını açıkladı.",
        ),
        (
            "tr",
            "Two bridges in Ankara have been closed since 2:30 p.m. on Friday.",
            "Ankara'da iki köprü cuma günü saat 14.30'dan beri kapalı.",
        ),
        (
            "pt",
            "The mayor said on Monday that nobody had been warned before 3 p.m.",
            "O prefeito disse na segunda-feira que ninguém foi avisado antes das 15 horas.",
        ),
        (
            "pt",
            "According to the company, half of the 2,300 workers could return in January.",
            "Segundo a empresa, metade dos 2.300 trabalhadores poderia voltar em janeiro.",
        ),
    ],
)
def test_a_translation_differs_in_nothing(lang: str, english: str, other: str) -> None:
    found = compare_sentences(english, other, lang_a="en", lang_b=lang)
    assert {d.relation for d in found} == {Relation.AGREES}


@pytest.mark.parametrize(
    ("lang", "english", "other", "conflict"),
    [
        ("ru", "The train left at 6:15 a.m.", "Поезд отправился в 7:15 утра.", "7:15"),
        ("ru", "Repairs will take three weeks.", "Ремонт займёт пять недель.", "пять недель"),
        ("pl", "Three men were hurt.", "Rannych zostało pięciu mężczyzn.", "pięciu"),
        ("pl", "The damage is 2 million zlotys.", "Straty to 12 mln złotych.", "12 mln złotych"),
        ("tr", "Prices rose by 8 percent.", "Fiyatlar yüzde 18 arttı.", "yüzde 18"),
        ("tr", "The director did not resign.", "Müdür istifa etti.", "istifa"),
        ("pt", "The fire began at 10.50 a.m.", "O incêndio começou às 11h50.", "11h50"),
        (
            "pt",
            "He was born on 6 March 1961.",
            "Nasceu em 9 de março de 1961.",
            "9 de março de 1961",
        ),
    ],
)
def test_a_planted_difference_conflicts(lang: str, english: str, other: str, conflict: str) -> None:
    found = compare_sentences(english, other, lang_a="en", lang_b=lang)
    told = [d.b.detail.text for d in found if d.relation is Relation.CONFLICTS and d.b]
    assert any(conflict in text for text in told)
