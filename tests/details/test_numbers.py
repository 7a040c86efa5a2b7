from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.details.digits import read_figure
from tui.details.lexicon import lexicon
from tui.details.numbers import Numeral, plain, read_numeral
from tui.details.tokens import tokenize


def numerals(text: str, lang: str) -> list[Numeral]:
    tokens = tokenize(text)
    found: list[Numeral] = []
    place = 0
    while place < len(tokens):
        numeral = read_numeral(tokens, place, lexicon(lang))
        if numeral is not None:
            found.append(numeral)
        place = numeral.end if numeral is not None else place + 1
    return found


def values(text: str, lang: str) -> list[int | float]:
    return [plain(n.value) for n in numerals(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "two hundred and five", 205),
        ("en", "one hundred and twenty thousand three hundred", 120_300),
        ("en", "twenty-one", 21),
        ("en", "two and a half million", 2_500_000),
        ("en", "2.7 million", 2_700_000),
        ("en", "half a million", 500_000),
        ("en", "two dozen", 24),
        ("en", "nineteen eighty-four", 1984),
        ("en", "2½", 2.5),
        ("de", "einundzwanzig", 21),
        ("de", "achtzehnhundert", 1_800),
        ("de", "zweitausenddreihundert", 2_300),
        ("de", "2,7 Millionen", 2_700_000),
        ("de", "3,5 Mrd.", 3_500_000_000),
        ("de", "ein Dutzend", 12),
        ("de", "anderthalb", 1.5),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("fr", "dix-sept", 17),
        ("fr", "cent quatre-vingt-cinq mille", 185_000),
        ("es", "treinta y cinco", 35),
        ("es", "mil ochocientos", 1_800),
        ("es", "dos millones y medio", 2_500_000),
        ("es", "500 mil millones", 500_000_000_000),
        ("nl", "drieëntwintig", 23),
        ("nl", "tweehonderdvijftig", 250),
        ("it", "trentotto", 38),
        ("it", "15mila", 15_000),
        ("pt", "duzentos e cinquenta e três", 253),
        ("ru", "сто двадцать тысяч", 120_000),
        ("tr", "yirmi bir", 21),
        ("ja", "三千五百万", 35_000_000),
        ("ja", "3万5000", 35_000),
        ("zh", "一百二十万", 1_200_000),
        ("hi", "५००", 500),
    ],
)
def test_a_number_has_one_value_however_it_is_written(lang: str, text: str, value: float) -> None:
    assert values(text, lang) == [value]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "five and six", [5, 6]),
        ("en", "one two", [1, 2]),
        ("de", "siebzehn siebenhundert", [17, 700]),
        ("fr", "cinq et six", [5, 6]),
        ("es", "tres y cuatro", [3, 4]),
    ],
)
def test_numbers_beside_each_other_stay_apart(lang: str, text: str, expected: list[int]) -> None:
    assert values(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "figure", "value"),
    [
        ("de", "10.000", 10_000),
        ("de", "10,000", 10_000),
        ("en", "10,000", 10_000),
        ("en", "10.000", 10_000),
        ("en", "6.168", Decimal("6.168")),
        ("de", "7,1", Decimal("7.1")),
        ("en", "1,50,000", 150_000),
        ("fr", "10\u202f000", 10_000),
        ("en", "1,234.5", Decimal("1234.5")),
        ("de", "1.234,5", Decimal("1234.5")),
        ("es", "1,500", 1_500),
        ("es", "1.500", 1_500),
    ],
)
def test_separators_are_read_by_custom_and_by_sense(
    lang: str, figure: str, value: Decimal | int
) -> None:
    assert read_figure(figure, lexicon(lang)) == value


@pytest.mark.parametrize("figure", ["1.11.2025", "192.168.0.1", "9" * 5_000])
def test_what_only_looks_like_a_number_is_none(figure: str) -> None:
    assert read_figure(figure, lexicon("en")) is None


def test_ordinals_are_told_from_counts() -> None:
    assert [n.ordinal for n in numerals("the 3,000th, the twenty-first", "en")] == [True, True]
    assert [n.ordinal for n in numerals("am 3. November", "de")] == [True]
    assert [n.ordinal for n in numerals("Es waren 3.", "de")] == [False]
    assert [(plain(n.value), n.ordinal) for n in numerals("einundzwanzigsten", "de")] == [
        (21, True)
    ]


def test_german_words_that_begin_like_numbers_are_words() -> None:
    assert values("Wir achten auf Elfen und Einheit.", "de") == []


@given(st.integers(0, 999_999_999))
def test_grouped_figures_keep_their_value_in_every_convention(number: int) -> None:
    grouped = f"{number:,}"
    assert read_figure(grouped, lexicon("en")) == number
    if number >= 1_000:
        assert read_figure(grouped.replace(",", "."), lexicon("de")) == number
        assert values(grouped.replace(",", "\u00a0"), "fr") == [number]


@given(st.text(max_size=60), st.sampled_from(["en", "de", "fr", "es", "it", "nl", "xx"]))
def test_any_text_can_be_read_for_numbers(text: str, lang: str) -> None:
    for numeral in numerals(text, lang):
        assert numeral.start < numeral.end
