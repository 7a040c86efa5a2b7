"""What is found in a sentence: spans, kinds and values."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.details.figures import find
from tui.details.relate import relate
from tui.details.values import Amount, CalendarDate, ClockTime, Label, Score
from tui.model import Detail, DetailKind

DAY = date(2025, 11, 4)  # a Tuesday


def only(text: str, lang: str = "en") -> Detail:
    found = find(text, lang, DAY)
    assert len(found) == 1, found
    return found[0]


def value(text: str, lang: str = "en") -> object:
    return only(text, lang).value


@pytest.mark.parametrize(
    ("lang", "text", "low", "high", "unit"),
    [
        ("en", "more than 50 people", 50, None, ""),
        ("de", "über 50 Menschen", 50, None, ""),
        ("fr", "plus de 50 personnes", 50, None, ""),
        ("es", "más de 50 personas", 50, None, ""),
        ("en", "at least another 30", 30, None, ""),
        ("en", "up to six boats", None, 6, ""),
        ("en", "four or more", 4, None, ""),
        ("en", "between 3 and 5 km", 3_000, 5_000, "m"),
        ("en", "8-10 people", 8, 10, ""),
        ("en", "2 to 3 million euros", 2_000_000, 3_000_000, "EUR"),
        ("en", "£860m", 860_000_000, 860_000_000, "GBP"),
        ("en", "860 million pounds", 860_000_000, 860_000_000, "GBP"),
        ("en", "Rs 500 crore", 5_000_000_000, 5_000_000_000, "INR"),
        ("en", "$250-M", 250_000_000, 250_000_000, "USD"),
        ("de", "3,5 Mrd. Euro", 3_500_000_000, 3_500_000_000, "EUR"),
        ("fr", "2,7 millions d'euros", 2_700_000, 2_700_000, "EUR"),
        ("en", "3m km", 3_000_000_000, 3_000_000_000, "m"),
        ("en", "50m long", 50, 50, "m"),
        ("en", "46 cents", 0.46, 0.46, "USD"),
        ("en", "three in four", 75, 75, "%"),
        ("en", "one child in five has", 20, 20, "%"),
        ("es", "tres de cada cuatro", 75, 75, "%"),
        ("fr", "un train sur quatre roule", 25, 25, "%"),
        ("it", "un treno su quattro circola", 25, 25, "%"),
        ("de", "die Hälfte", 50, 50, "%"),
        ("en", "5 percentage points", 5, 5, "pp"),
        ("en", "36-hour", 129_600, 129_600, "s"),
        ("de", "anderthalb Tage", 129_600, 129_600, "s"),
        ("fr", "un jour et demi", 129_600, 129_600, "s"),
        ("en", "59-year-old", 59, 59, "age"),
        ("de", "24jährigen", 24, 24, "age"),
        ("fr", "âgé de 59 ans", 59, 59, "age"),
        ("en", "5 kg", 5, 5, "kg"),
        ("en", "20 feet", 6.096, 6.096, "m"),
        ("en", "Magnitude 6.3", 6.3, 6.3, "magnitude"),
        ("ar", "٣٥٠ قتيلا", 350, 350, ""),
        ("en", "every seventh job", 14.286, 14.286, "%"),
        ("de", "jede siebte Stelle", 14.286, 14.286, "%"),
        ("en", "by a fifth.", 20, 20, "%"),
        ("de", "50 Basispunkte", 0.5, 0.5, "pp"),
        ("de", "einen halben Prozentpunkt", 0.5, 0.5, "pp"),
        ("en", "several hundred euros", 200, 900, "EUR"),
        ("en", "a third of a billion dollars", 299_997_000, 366_663_000, "USD"),
        ("en", "from 50,000 to 90,000 euros", 50_000, 90_000, "EUR"),
        ("en", "a hundred and sixty-two years", 1_944, 1_944, "month"),
        ("en", "NZ$85 million", 85_000_000, 85_000_000, "NZD"),
        ("fr", "1 min 12 s", 72, 72, "s"),
        ("de", "2 Std. 14 Min.", 8_040, 8_040, "s"),
        ("en", "5ft 9in tall", 1.7526, 1.7526, "m"),
        ("en", "7lb 4oz", 3.288545092, 3.288545092, "kg"),
        ("de", "eines Jahrzehnts", 120, 120, "month"),
        ("en", "a century", 1_200, 1_200, "month"),
        ("en", "a half-point", 0.5, 0.5, "pp"),
        ("de", "einen Viertelpunkt", 0.25, 0.25, "pp"),
        ("fr", "a grimpé jusqu'à 38 degrés", 38, 38, "°C"),
        ("fr", "jusqu'à 38 degrés", None, 38, "°C"),
        ("de", "24 Verhandlungstage", 2_073_600, 2_073_600, "s"),
        ("en", "on 45 floors", 45, 45, "storey"),
        ("en", "thirty-odd boats", 30, 40, ""),
        ("es", "treinta y tantos votos", 30, 40, ""),
        ("en", "a little over a minute", 60, None, "s"),
    ],
)
def test_an_amount_is_an_interval_in_base_units(
    lang: str, text: str, low: float | None, high: float | None, unit: str
) -> None:
    found = value(text, lang)
    assert isinstance(found, Amount)
    assert (found.low, found.high, found.unit) == (low, high, unit)


def test_approximations_are_marked() -> None:
    assert value("approximately 64") == Amount(64, 64, approximate=True)
    assert value("nearly 2,000") == Amount(None, 2_000, approximate=True)
    assert value("several") == Amount(2, 9, approximate=True)


def test_the_wording_is_no_part_of_the_identity() -> None:
    assert value("2.7 million euros") == value("2,7 Millionen Euro", "de")
    assert value("achtzehnhundert", "de") == value("1,800")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "on September 2, 2025", CalendarDate(2025, 9, 2)),
        ("de", "am 2. September 2025", CalendarDate(2025, 9, 2)),
        ("es", "el 2 de septiembre de 2025", CalendarDate(2025, 9, 2)),
        ("fr", "le 1er mars", CalendarDate(None, 3, 1)),
        ("de", "am ersten November", CalendarDate(None, 11, 1)),
        ("en", "2025-09-02", CalendarDate(2025, 9, 2)),
        ("de", "02.09.2025", CalendarDate(2025, 9, 2)),
        ("en", "9/2/2025", CalendarDate(2025, 9, 2)),
        ("ja", "2025年9月2日", CalendarDate(2025, 9, 2)),
        ("de", "Anfang September", CalendarDate(None, 9, span="early")),
        ("en", "the beginning of September", CalendarDate(None, 9, span="early")),
        ("en", "in February", CalendarDate(None, 2)),
        ("de", "im Februar", CalendarDate(None, 2)),
        ("en", "the first quarter of 2013", CalendarDate(2013, span="q1")),
        ("de", "im ersten Quartal 2013", CalendarDate(2013, span="q1")),
        ("en", "in the 1990s", CalendarDate(1990, span="decade")),
        ("de", "seit 2017", CalendarDate(2017)),
        ("en", "on 31 February 2024", CalendarDate(2024, 2, 31)),
        ("ja", "月曜日に", CalendarDate(weekday=0)),
        ("en", "Monday, July 27", CalendarDate(None, 7, 27, weekday=0)),
        ("en", "three weeks ago", CalendarDate(relative="-21 day")),
        ("de", "vor drei Wochen", CalendarDate(relative="-21 day")),
        ("en", "last month", CalendarDate(relative="-1 month")),
        ("fr", "le 3 sept. 2025", CalendarDate(2025, 9, 3)),
        ("en", "between 2012 and 2016", CalendarDate(2012, until=2016)),
        ("fr", "entre 2012 et 2016", CalendarDate(2012, until=2016)),
        ("en", "until at least 2030", CalendarDate(2030)),
        ("en", "on the 16th,", CalendarDate(day=16)),
        ("en", "at the start of the year", CalendarDate(span="early", relative="0 year")),
        ("de", "zum Jahresende", CalendarDate(span="late", relative="0 year")),
        ("es", "el fin de semana", CalendarDate(relative="0 weekend")),
    ],
)
def test_a_date_says_what_was_stated(lang: str, text: str, expected: CalendarDate) -> None:
    detail = only(text, lang)
    assert detail.value == expected
    assert detail.kind is DetailKind.DATE


def test_weekdays_and_relative_dates_are_resolved_by_the_day_of_the_report() -> None:
    def resolved(text: str) -> str:
        found = value(text)
        assert isinstance(found, CalendarDate)
        return found.resolved

    assert resolved("on Monday") == "2025-11-03"
    assert resolved("yesterday") == "2025-11-03"
    assert resolved("next Monday") == "2025-11-10"
    assert resolved("last month") == "2025-10"
    assert resolved("this week") == "2025-W45"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("In May 2020", DetailKind.DATE), ("2,000 people", DetailKind.NUMBER)],
)
def test_months_that_are_words_need_a_cue(text: str, kind: DetailKind) -> None:
    assert only(text).kind is kind
    assert find("They may march", "en", None) == ()


@pytest.mark.parametrize(
    ("lang", "text", "minutes"),
    [
        ("en", "5:45 p.m.", 1_065),
        ("fr", "à 17 h 45", 1_065),
        ("de", "um 17.45 Uhr", 1_065),
        ("en", "17:45", 1_065),
        ("en", "noon", 720),
        ("es", "a las 5 de la tarde", 1_020),
        ("de", "halb sechs", 330),
        ("en", "half past five", 330),
        ("en", "at twenty past three in the afternoon", 920),
        ("de", "um zehn vor fünf", 290),
        ("fr", "à trois heures vingt", 200),
        ("es", "a las cinco menos diez", 290),
        ("es", "a las tres y media", 210),
    ],
)
def test_a_time_of_day_is_minutes_after_midnight(lang: str, text: str, minutes: int) -> None:
    found = value(text, lang)
    assert isinstance(found, ClockTime)
    assert (found.start, found.end) == (minutes, minutes)


def test_numbers_that_count_nothing_are_labels_and_scores() -> None:
    assert value("Covid-19") == Label("covid", 19)
    assert value("Article 5") == value("Artikel 5", "de") == Label("article", 5)
    assert value("2:0") == value("won 0-2") == Score(2, 0)
    assert [d.text for d in find("the 5+1 format", "en", None)] == ["5+1"]


def test_a_number_before_an_article_is_no_score() -> None:
    assert value("Sie gewannen zwei zu eins", "de") == Score(2, 1)
    assert find("2022 zu einer Strafe verurteilt", "de", None)[0].text == "2022"


def test_a_part_of_what_is_counted_behind_it_is_no_share() -> None:
    found = find("un accident sur deux voies", "fr", None)
    assert [(d.kind, d.text) for d in found][-1] == (DetailKind.NUMBER, "deux")


@pytest.mark.parametrize(
    ("lang", "text", "label"),
    [
        ("en", "He scored in the 78th minute.", Label("minute", 78)),
        ("de", "Er traf in der 78. Minute.", Label("minute", 78)),
        ("es", "Marcó en el minuto 78.", Label("minute", 78)),
        ("it", "gol al 78' minuto", Label("minute", 78)),
        ("de", "auf dem 16. Tabellenplatz", Label("rank", 16)),
        ("fr", "à la quatrième place", Label("rank", 4)),
        ("nl", "op de vierde plaats", Label("rank", 4)),
        ("de", "auf der fünften Etappe", Label("leg", 5)),
    ],
)
def test_an_ordinal_place_in_an_order_is_a_label(lang: str, text: str, label: Label) -> None:
    assert [d.value for d in find(text, lang, None)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        f"{'9' * 400} minutes 5 seconds",
        f"it will end in {'9' * 400} weeks",
        f"14 percent from {'9' * 400}",
        f"{'9' * 400}-odd boats",
        f"more than {'9' * 400} years",
        f"the {'9' * 400}th minute",
        "2599 GMT, 0-odd boats, in 0 weeks",
    ],
)
def test_absurd_numbers_are_read_everywhere(text: str) -> None:
    found = find(text, "en", DAY)
    assert found
    for detail in found:
        relate(detail.value, Amount(3, 3, "s", written="second"))
        relate(detail.value, Amount(5, None))


def test_a_number_word_with_a_capital_is_a_noun_where_nouns_have_them() -> None:
    assert not find("Nach der Pause verlor die Elf.", "de", None)
    assert find("Elf Menschen starben.", "de", None)
    assert find("Dort starben elf Menschen.", "de", None)


def test_a_vote_is_one_result() -> None:
    assert value("318 zu 301", "de") == Score(318, 301)
    (vote,) = find("mit 318 zu 301 Stimmen", "de", DAY)
    assert vote.value == Score(318, 301)


def test_what_rose_from_one_number_to_another_is_no_range() -> None:
    assert [d.text for d in find("It rose from 5 to 10 percent", "en", None)] == ["5", "10 percent"]


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("en", "fell to 14 percent from 19 a month ago", "%"),
        ("de", "kam auf 12 Prozent nach 19 im Vormonat", "%"),
        ("fr", "valait 1,31 dollar, contre 1,26 une semaine plus tôt", "USD"),
        ("en", "cost 90 euros, against 75 in May", "EUR"),
        ("en", "dipped to 10.2 percent in April from 10.8", "%"),
    ],
)
def test_a_number_compared_with_an_amount_has_its_unit(lang: str, text: str, unit: str) -> None:
    units = [d.value.unit for d in find(text, lang, None) if isinstance(d.value, Amount)]
    assert units == [unit, unit]


@pytest.mark.parametrize(
    "text",
    ["fell to 14 percent from 19 regions", "14 percent, from the 3,000", "paid 9 euros 4 times"],
)
def test_a_number_that_counts_something_borrows_no_unit(text: str) -> None:
    units = [d.value.unit for d in find(text, "en", None) if isinstance(d.value, Amount)]
    assert len(set(units)) == len(units) == 2


def test_what_goes_from_one_number_to_another_is_no_range() -> None:
    low, high = find("Le timbre passera de 1,34 à 1,45 euro.", "fr", None)
    assert (low.text, high.text) == ("1,34", "1,45 euro")
    (whole,) = find("timbre de 1,34 à 1,45 euro", "fr", None)
    assert isinstance(whole.value, Amount)
    assert (whole.value.low, whole.value.high) == (1.34, 1.45)


def test_the_oldest_has_an_age_without_years() -> None:
    assert value("The oldest was 83.") == Amount(83, 83, "age")
    assert value("Der jüngste war 12.", "de") == Amount(12, 12, "age")
    assert value("The oldest won 12 medals.") == Amount(12, 12)


def test_minutes_need_a_word_for_the_clock() -> None:
    assert isinstance(value("five to ten people"), Amount)


def test_a_number_that_may_be_a_month_is_a_number() -> None:
    assert value("sept personnes", "fr") == Amount(7, 7)


def test_a_part_of_the_day_stays_with_its_weekday() -> None:
    found = value("am Samstagabend", "de")
    assert isinstance(found, CalendarDate)
    assert (found.weekday, found.daytime) == (5, (1_020, 1_380))


def test_a_bare_number_behind_a_name_is_an_age() -> None:
    assert value("Hortense Jones, 59, said") == Amount(59, 59, "age")
    assert value("Pilata Fatulayeva (48) is") == Amount(48, 48, "age")


def test_the_article_is_no_number_worth_reporting() -> None:
    found = value("ein Bericht", "de")
    assert isinstance(found, Amount)
    assert found.weak


@given(
    st.text(alphabet=st.sampled_from("0123456789.,:-–/%€$ einzwohundertMaiQ½٣年月()"), max_size=60),
    st.sampled_from(["en", "de", "fr", "es", "ja", "ar"]),
)
def test_spans_are_in_order_apart_and_exact(text: str, lang: str) -> None:
    end = 0
    for detail in find(text, lang, DAY):
        assert end <= detail.start < detail.end
        assert text[detail.start : detail.end] == detail.text
        assert hash(detail.value) == hash(detail.value)
        assert is_dataclass(detail.value)
        assert not isinstance(detail.value, type)
        json.dumps(asdict(detail.value))
        end = detail.end


def test_a_label_of_another_language_is_one_untranslated() -> None:
    assert value("Das erlaubt Title 50 nicht.", "de") == Label("title", 50)


def test_ones_follow_ten_where_eleven_has_no_word() -> None:
    assert value("on bir kişi", "tr") == Amount(11, 11, worded=True)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The top 10 percent earn more."),
        ("fr", "Cela vaut dans les dix premiers jours."),
    ],
)
def test_the_top_ten_percent_and_the_first_ten_days_are_no_ranks(lang: str, text: str) -> None:
    values = [detail.value for detail in find(text, lang, None)]
    assert values
    assert not any(isinstance(v, Amount) and v.ordinal and not v.exact for v in values)


def test_a_decade_in_words_is_no_number_of_minutes() -> None:
    decade = CalendarDate(1940, span="decade")
    assert [d.value for d in find("In den Vierzigern lebte er dort.", "de", None)] == [decade]
    (minutes,) = find("Ocurrió en los noventa minutos.", "es", None)
    assert isinstance(minutes.value, Amount)


def test_a_letter_before_what_is_counted_is_a_million_and_before_a_measure_a_metre() -> None:
    assert value("5.2m payments") == Amount(5_200_000, 5_200_000)
    assert value("2m people") == Amount(2_000_000, 2_000_000)
    assert value("3m high") == Amount(3, 3, "m")
    assert value("100m hurdles") == Amount(100, 100, "m")


def test_the_time_in_which_an_amount_recurs_is_no_time_that_passes() -> None:
    assert [d.text for d in find("£40,000 a year", "en", None)] == ["£40,000"]
    assert [d.text for d in find("40,000 visitors a year", "en", None)] == ["40,000"]
    assert len(find("three shots a month apart", "en", None)) == 2


def test_four_figures_without_a_noun_are_a_year_where_nouns_have_capitals() -> None:
    (year, workers) = find("Das Werk wurde 1764 gegründet und hatte 1764 Arbeiter", "de", None)
    assert year.value == CalendarDate(1764)
    assert workers.value == Amount(1764, 1764)


def test_nearly_all_is_a_share() -> None:
    assert value("nearly all") == value("fast alle", "de")
    assert value("quelques heures plus tard", "fr") == value("horas después", "es")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Six postes de surveillance sur trente sont vacants.", "fr", [(20, 20, "%")]),
        ("Sei posti di sorveglianza su trenta sono vacanti.", "it", [(20, 20, "%")]),
        ("Deux camions bloqués sur 12 km.", "fr", [(2, 2, ""), (12000, 12000, "m")]),
        ("Die SPD verfügt über 35 Sitze, die CDU über 31.", "de", [(35, 35, ""), (31, 31, "")]),
        ("Die Bank verfügt über Filialen in über 30 Orten.", "de", [(30, None, "")]),
        ("Mensen ouder dan 85 deden niet mee.", "nl", [(85, None, "")]),
        ("Kinder jünger als 12 durften nicht.", "de", [(None, 12, "")]),
    ],
)
def test_what_is_counted_and_what_governs_a_limit_stand_between(
    text: str, lang: str, expected: list[tuple[float | None, float | None, str]]
) -> None:
    values = [detail.value for detail in find(text, lang, None)]
    found = [(v.low, v.high, v.unit) for v in values if isinstance(v, Amount)]
    assert found == expected
