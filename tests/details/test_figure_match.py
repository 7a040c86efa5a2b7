"""Which figures of two news sentences answer each other, and how: told by both sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.details import FIGURES
from tests.details.textual import OddOnes
from tests.growth import assert_no_blow_up
from tui.details import compare_sentences
from tui.details.base import ArticleContext
from tui.details.compare import compare_readings
from tui.details.figures import extract, find
from tui.details.reading import Reading
from tui.details.roles import role_of, similarity
from tui.encode import default_encoder
from tui.model import Detail, Divergence, Link, Relation

AGREES, CONFLICTS, IMPRECISE = Relation.AGREES, Relation.CONFLICTS, Relation.IMPRECISE
DAY = date(2025, 5, 7)  # a Wednesday


def figures(a: str, b: str, languages: str) -> list[Divergence]:
    """The divergences of figures of two linked sentences; ``languages`` as ``"de-en"``."""
    lang_a, lang_b = languages.split("-")
    one = Reading({0: a}, ArticleContext(lang_a, DAY))
    other = Reading({0: b}, ArticleContext(lang_b, DAY))
    found = compare_readings(one, other, [Link(0, 0, 1.0)], encoder=default_encoder())
    return [d for d in found if d.kind.value in FIGURES]


def covers(detail: Detail | None, text: str, part: str) -> bool:
    start = text.index(part)
    return detail is not None and detail.start < start + len(part) and start < detail.end


def relations(a: str, b: str, languages: str, pair: str) -> set[Relation]:
    """How the figures named by ``"14 | 17"`` relate in two sentences."""
    one, other = pair.split(" | ")
    return {
        d.relation
        for d in figures(a, b, languages)
        if covers(d.a.detail if d.a else None, a, one)
        and covers(d.b.detail if d.b else None, b, other)
    }


def cases(block: str) -> list[tuple[str, str, str, str]]:
    """Languages, two sentences and the pair of figures, three lines a case."""
    lines = block.strip().splitlines()
    heads = (head.split(": ", 1) for head in lines[::3])
    return [
        (languages, a.strip(), b.strip(), pair)
        for (languages, pair), a, b in zip(heads, lines[1::3], lines[2::3], strict=True)
    ]


CONFLICTING = cases("""
de-en: 66 Millionen | 56 million
  Der Fisch schwamm vor etwa 66 Millionen Jahren im Meer.
  The fossil fish is about 56 million years old.
fr-en: avant 4 heures | after 4
  Le pont s'est effondré peu avant 4 heures du matin.
  The bridge collapsed shortly after 4 a.m.
de-de: vor acht | nach acht
  Die Sirenen heulten kurz vor acht Uhr abends.
  Die Sirenen heulten kurz nach acht Uhr abends.
de-en: 9.40 | 10.40
  Der Bus fuhr gegen 9.40 Uhr an der Endhaltestelle los.
  It left at about 10.40 in the morning.
en-en: 415 million | 385 million
  Sales came to 415 million dollars.
  Sales came to 385 million.
de-de: 31,8 | knapp 31
  Die Partei, die seit 2015 regiert, erhielt 31,8 Prozent.
  Für die Liberalen stimmten 24 Prozent, für die Partei knapp 31 Prozent.
en-de: 8 p.m. | 19 Uhr
  It happened at 8 p.m. local time.
  Der Vorfall ereignete sich um 19 Uhr an einem Steg mit Geländer.
en-en: 30 | dozen
  On Friday 30 trains were cancelled.
  Two dozen trains were cancelled and six more diverted.
de-de: zwei | drei
  Die Polizei ermittelt gegen zwei Männer.
  Die Polizei ermittelt gegen drei Männer.
de-en: drei | Four
  Bei dem Brand starben drei Kinder.
  Four children died in the fire.
en-en: 40s | 52
  A man in his 40s was held.
  The suspect, aged 52, was held.
de-en: Anfang 30 | 38
  Ein Mann Anfang 30 wurde gefasst.
  A 38-year-old was caught.
fr-de: 34 ans | 36
  La femme, 34 ans, a été blessée.
  Die 36-Jährige wurde verletzt.
en-en: teenager | 24
  A teenager was held.
  A 24-year-old was held.
en-fr: second | troisième
  It was the second strike in two months.
  C'était la troisième grève en deux mois.
de-fr: 23 | 32e
  Das Land liegt auf Platz 23.
  Le pays occupe la 32e place.
es-en: dos | 3-1
  El equipo ganó por dos goles a uno.
  The team won 3-1.
en-en: 5-2 | 5-3
  The match stood 3-1 at the break and ended 5-2.
  The match ended 5-3.
en-de: minus 12 | minus 21
  Temperatures fell to minus 12 degrees.
  Die Temperatur fiel auf minus 21 Grad.
en-de: 5:15 p.m. | 5.15 Uhr
  The quake struck at 5:15 p.m.
  Das Beben ereignete sich um 5.15 Uhr.
fr-en: 5 heures | 6 a.m.
  Le couvre-feu court de 21 heures à 5 heures.
  The curfew runs from 9 p.m. to 6 a.m.
en-en: 1998 | 17 years
  The company has run the line since 1998.
  The company has run the line for 17 years.
de-en: Heiligabend | Boxing Day
  An Heiligabend brannte die Kirche.
  The church burned on Boxing Day.
es-en: siglo XIX | 18th century
  El puente es del siglo XIX.
  The bridge dates from the 18th century.
en-en: half | half
  Just under half of those asked want it repealed.
  Just over half of those asked want it repealed.
en-de: Twice | Dreimal
  Twice as many people applied.
  Dreimal so viele Menschen bewarben sich.
de-en: zwei | three
  Acht Menschen wurden verletzt, zwei davon schwer.
  Eight people were hurt, three of them seriously.
es-en: 31 | 33
  Los dos hombres, de 24 y 31 años, fueron detenidos.
  Two men aged 24 and 33 were arrested.
en-en: March last year | May 2024
  The trial opened in March last year.
  The trial opened in May 2024.
en-es: June | finales de junio
  Talks are due in the first week of June.
  Habrá diálogo a finales de junio.
en-en: 22 storeys | 24-storey
  The tower has 22 storeys.
  The 24-storey tower was evacuated.
it-en: 19 ore | 16 hours
  Sono salvi dopo 19 ore.
  They were saved after 16 hours.
fr-en: 13 | 31
  Le disque compte 13 heures de chansons.
  There are 31 hours of it, of which I heard six minutes.
en-en: 6-3 | 6-2
  Lund was 6-3 up at the break.
  She had trailed 6-2 when they went off for tea.
de-de: 81 | achtzigjährig
  Der Dichter starb im Alter von 81 Jahren.
  Der Dichter starb achtzigjährig in Rom.
fr-fr: 61 | 60
  Le maire, âgé de 61 ans, démissionne.
  Le maire, âgé de 60 ans, démissionne.
en-en: 1962 | 40
  The bridge was built in 1962.
  The bridge was built 40 years ago.
de-en: 23 | 32
  Festgenommen wurde ein Student von 23, der alles gestand.
  A man of 32 was arrested.
fr-en: 27 | 35
  La police a arrêté un homme de 27 ans.
  Police arrested a student of 35, who said nothing.
de-en: sieben | eight
  Drei der sieben Seeleute wurden gerettet.
  Three of the crew of eight were saved.
de-en: 83 | 87
  Die Malerin ist mit 83 Jahren gestorben.
  The painter has died, aged 87.
es-en: 1931 | 1936
  Las cartas se escribieron entre 1931 y 1934.
  She wrote the letters while at sea, the years were 1936 to 1939.
fr-en: 15 | nine
  Le concert débute à partir de 15 heures.
  The concert begins at nine in the morning.
en-de: 33rd | zwanzig
  The school came 33rd in the list.
  Die Schule kam unter die besten zwanzig.
en-en: 9.20 | nearly
  It ended at 9.20 p.m.
  It was nearly midnight when it ended.
""")

LESS_EXACT = cases("""
en-en: eleven | a dozen
  The shops are in eleven towns.
  The shops are spread over nearly a dozen towns.
en-de: 9 March 2024 | Märzabend 2024
  She vanished on 9 March 2024.
  Sie verschwand an einem Märzabend 2024.
fr-en: 9 mars 2024 | March evening in 2024
  Elle a disparu le 9 mars 2024.
  She vanished on a March evening in 2024.
en-en: exceed 3.2 billion | 3.3 billion
  The cost could exceed 3.2 billion pounds.
  The cost is put at 3.3 billion pounds.
en-de: 40s | 47
  A man in his 40s was held.
  Ein 47-Jähriger wurde festgenommen.
de-en: Mittvierziger | 45
  Ein Mittvierziger wurde gefasst.
  A 45-year-old was caught.
fr-en: trentenaire | 34
  Un trentenaire a été arrêté.
  A 34-year-old was arrested.
fr-en: vingtaine | 22
  Une vingtaine de policiers sont blessés.
  22 police officers were hurt.
en-de: third | 31
  Profits fell by almost a third.
  Der Gewinn sank um 31 Prozent.
de-en: meisten | 62
  Die meisten Wähler stimmten dafür.
  62 percent of voters backed it.
de-en: Millionen | 3.2
  Der Schaden geht in die Millionen.
  The damage is put at 3.2 million euros.
en-en: six-figure | 140,000
  She earns a six-figure salary.
  She earns 140,000 dollars.
en-de: years | sieben Jahren
  The talks have gone on for years.
  Seit sieben Jahren wird verhandelt.
fr-en: dizaine | 11
  La mine a fermé il y a une dizaine d'années.
  The mine closed 11 years ago.
fr-en: XIXe | 1894
  Le pont date du XIXe siècle.
  The bridge was built in 1894.
en-de: evening | 20.30
  The roof fell in on Monday evening.
  Am Montag um 20.30 Uhr stürzte das Dach ein.
en-de: early morning | fünf
  By early morning it was over.
  Kurz nach fünf war es vorbei.
en-de: 1973 | Jahrhundert
  The mill closed in 1973.
  Die Mühle wurde vor einem halben Jahrhundert geschlossen.
fr-fr: 1986 | quarante
  L'usine a fermé en 1986.
  L'usine a fermé il y a quarante ans.
es-en: 2021 | three
  La escuela abrió en 2021.
  The school opened three years ago.
de-de: 115 | hundert
  Mehr als 115 Häuser wurden beschädigt.
  Rund hundert Häuser wurden beschädigt.
de-en: 1978 | seventies
  Die Brücke entstand 1978.
  The bridge was built in the seventies.
de-de: 1964 | Sechzigern
  1964 zog sie nach Bremen.
  Nach Bremen zog sie in den Sechzigern.
es-de: ochenta | 1983
  El grupo nació en los ochenta.
  Die Gruppe entstand 1983.
en-en: 11.45 | midnight
  The vote came at 11.45 p.m.
  It was almost midnight when they voted.
de-fr: 23.50 | minuit
  Um 23.50 Uhr war das Feuer gelöscht.
  Il était presque minuit quand le feu a été éteint.
en-de: 12th | zwanzig
  The school came 12th in the list.
  Die Schule kam in der Liste unter die besten zwanzig.
fr-es: 7e | diez
  Elle termine 7e du classement.
  Terminó entre las diez primeras.
de-en: Platz 14 | top 20
  Der Verein steht auf Platz 14.
  The club is in the top 20.
""")

SAME = cases("""
en-en: 14,000 | 14,000
  The skull is 14,000 years old.
  The people lived 14,000 years ago.
en-en: five minutes | five minutes
  They got away in less than five minutes.
  They were gone within five minutes.
de-en: drei Monaten | second quarter
  In den drei Monaten bis Ende Juni stieg der Umsatz.
  Sales rose in the second quarter.
en-fr: three months | avril et juin
  Sales rose in the three months to 30 June.
  Les ventes ont augmenté entre avril et juin.
de-en: 2018 | 2018
  Die Beteiligung lag höher als 2018.
  Turnout was higher than in 2018.
en-de: 5:15 | 5.15
  The quake struck at 5:15 a.m.
  Das Beben ereignete sich um 5.15 Uhr.
en-fr: 5:15 | 5h15
  The quake struck at 5:15 a.m.
  Le séisme s'est produit à 5h15.
en-es: 5:15 | 5.15
  The quake struck at 5:15 a.m.
  El seísmo se produjo a las 5.15 horas.
en-de: noon | 12 Uhr
  The train left at noon.
  Der Zug fuhr um 12 Uhr ab.
en-de: 8:30 | 20.30
  On Monday evening at 8:30 it rained.
  Am Montag regnete es um 20.30 Uhr.
es-en: veintena | 20
  Una veintena de personas resultaron heridas.
  Some 20 people were injured.
en-en: New Year's Eve | December 31
  On New Year's Eve two people were hurt.
  Two were hurt on December 31.
en-en: 104F | 40C
  Temperatures reached 104F.
  Temperatures reached 40C.
en-en: six feet | 1.8 metres
  The wall is six feet high.
  The wall is 1.8 metres high.
en-en: 2 hours | 2:21:14
  She won in 2 hours, 21 minutes and 14 seconds.
  She won in 2:21:14.
de-en: zwei Jahre | 30 months
  Er bekam zwei Jahre und sechs Monate Haft.
  He got 30 months in prison.
en-de: quarter point | 0,25
  The bank raised rates by a quarter point.
  Die Bank erhöhte den Zins um 0,25 Prozentpunkte.
fr-es: 4,6 | 4.600
  Le chiffre a progressé à 4,6 milliards d'euros.
  La cifra creció hasta los 4.600 millones de euros.
de-en: 7 | 7
  Nach § 7 drohen ihm zwei Jahre Haft.
  Under Section 7 he faces two years in prison.
de-en: zwölf | 12
  Kinder unter zwölf Jahren fahren gratis.
  Children under 12 travel free.
fr-en: dizaine | ten
  Une dizaine d'autres navires sont attendus.
  About ten more ships are expected.
en-de: forties | Vierzigern
  A man in his forties was held.
  Ein Mann in den Vierzigern wurde gefasst.
""")


@pytest.mark.parametrize(("languages", "a", "b", "pair"), CONFLICTING)
def test_what_cannot_both_be_true_conflicts(languages: str, a: str, b: str, pair: str) -> None:
    assert relations(a, b, languages, pair) == {CONFLICTS}


@pytest.mark.parametrize(("languages", "a", "b", "pair"), LESS_EXACT)
def test_what_is_only_less_exact_is_imprecise(languages: str, a: str, b: str, pair: str) -> None:
    assert relations(a, b, languages, pair) == {IMPRECISE}


@pytest.mark.parametrize(("languages", "a", "b", "pair"), SAME)
def test_the_same_in_other_words_agrees(languages: str, a: str, b: str, pair: str) -> None:
    assert relations(a, b, languages, pair) == {AGREES}


@pytest.mark.parametrize(
    ("languages", "a", "b"),
    [
        ("en-en", "All 239 people on board died.", "The 227 passengers and 12 crew died."),
        (
            "de-en",
            "Mit 318 zu 301 Stimmen sagte der Rat Ja.",
            "The council agreed by seventeen votes.",
        ),
        (
            "es-en",
            "Dos cuadros colgaban en la sala.",
            "A pair hung there, and about ten more are in private hands.",
        ),
        ("en-en", "It is the worst case this year.", "It is the worst case since 2016."),
        ("en-en", "The dead man was a 29-year-old docker.", "He had worked for twenty-two years."),
        ("de-en", "Ostwalde, 2. Mai. Am Freitag ruht der Verkehr.", "On 9 May no trains will run."),
        ("en-en", "Ann Hale, 44, was killed.", "Ann Hale, a mother of four, was killed."),
        ("en-en", "It cost 90 million euros.", "The land of 40 million, he said, paid it."),
        ("de-en", "Jan Pohl, 44, starb.", "Pohl, father of two, died."),
        (
            "en-en",
            "The Morning Star reported 40 arrests.",
            "In the evening 40 arrests were reported.",
        ),
    ],
)
def test_figures_of_two_matters_do_not_conflict(languages: str, a: str, b: str) -> None:
    assert CONFLICTS not in {d.relation for d in figures(a, b, languages)}


def test_datelines_are_held_against_each_other() -> None:
    a, b = "BERLIN, 3 May — The minister resigned.", "BERLIN, 4 May — The minister resigned."
    assert relations(a, b, "en-en", "3 May | 4 May") == {CONFLICTS}


def test_an_age_in_words_is_never_only_one_sides() -> None:
    found = figures("A teenager was held.", "Someone was held.", "en-en")
    assert not found


def test_a_sum_conflicts_beside_a_vaguer_one_of_the_headline() -> None:
    a = {0: "Sturm: Schäden in Millionenhöhe", 1: "Versicherer schätzen sie auf 80 Millionen Euro."}
    b = {0: "The storm did damage put at €50 million."}
    found = compare_readings(
        Reading(a, ArticleContext("de", DAY)),
        Reading(b, ArticleContext("en", DAY)),
        [Link(0, 0, 1.0), Link(1, 0, 0.9)],
        encoder=default_encoder(),
    )
    told = {(d.a.sentence if d.a else None, d.relation) for d in found if d.kind.value == "money"}
    assert told == {(0, IMPRECISE), (1, CONFLICTS)}


def conflicts(a: dict[int, str], b: str, lang_a: str, lang_b: str) -> set[tuple[str, str]]:
    """The figures at odds between an article and a sentence all of its own are linked to."""
    found = compare_readings(
        Reading(a, ArticleContext(lang_a, DAY)),
        Reading({0: b}, ArticleContext(lang_b, DAY)),
        [Link(i, 0, 0.95) for i in a],
        encoder=default_encoder(),
    )
    return {
        (d.a.detail.text, d.b.detail.text)
        for d in found
        if d.a and d.b and d.relation is CONFLICTS and d.kind.value in FIGURES
    }


def test_a_number_of_the_headline_and_the_lead_has_one_equal_for_both() -> None:
    a = {0: "Fähre rammt Pier – zwei Schwerverletzte", 1: "Zwei Menschen wurden schwer verletzt."}
    b = "Fourteen people were hurt, two of them badly, when a ferry hit a pier."
    assert not conflicts(a, b, "de", "en")


def test_a_number_is_at_odds_where_its_equal_counts_something_else() -> None:
    a = {0: "Neun Menschen wurden verletzt, vier starben."}
    b = "Eight people were injured, nine died."
    assert conflicts(a, b, "de", "en") == {("Neun", "Eight"), ("vier", "nine")}


def test_an_hour_is_held_against_the_hour_beside_a_part_of_the_day() -> None:
    a = "The siren went off shortly before 4 a.m. when the night shift ended."
    b = "In the morning, just after four o'clock, the siren went off."
    assert relations(a, b, "en-en", "shortly before 4 | just after four") == {CONFLICTS}


def test_the_eldest_of_three_has_two_others_besides() -> None:
    a, b = "Die älteste von drei Schwestern erbt alles.", "She has two younger sisters."
    assert not conflicts({0: a}, b, "de", "en")


def test_over_behind_a_verb_of_spreading_is_no_limit() -> None:
    found = figures("The shops are spread over nine towns.", "Il y a neuf villes.", "en-fr")
    assert [d.relation for d in found] == [AGREES]


def test_the_part_of_the_day_behind_an_hour_is_no_time_of_its_own() -> None:
    (time,) = (d for d in find("Kurz vor sechs Uhr morgens brach Feuer aus.", "de", None))
    assert time.text == "Kurz vor sechs Uhr"


def test_a_finer_length_of_time_is_not_the_rounded_one() -> None:
    (found,) = figures("La grève a duré onze jours.", "Er dauerte anderthalb Wochen.", "fr-de")
    assert found.note == "B is rounded"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Katja Sommer gewann die Wahl.", "de"),
        ("Frau März schwieg.", "de"),
        ("Sommer sagte, sie freue sich.", "de"),
        ("Robert Freitag trat zurück.", "de"),
        ("June said nothing of the kind.", "en"),
    ],
)
def test_a_surname_that_is_a_word_of_the_calendar_is_no_date(text: str, lang: str) -> None:
    assert not extract(text, ArticleContext(lang))


def test_a_weekday_behind_a_given_name_is_a_date_in_english() -> None:
    (day,) = extract("Pope Leo Sunday said little.", ArticleContext("en"))
    assert day.text == "Sunday"


def test_a_surname_is_none_where_a_word_of_dates_leads_it() -> None:
    aliases = {"Sommer": "Katja Sommer"}
    known = ArticleContext("de", aliases=aliases)
    assert not extract("Gewählt ist Sommer.", known)
    assert [d.text for d in extract("Gewählt wird im Sommer.", known)] == ["Sommer"]


def test_years_from_one_to_another_need_no_cue() -> None:
    found = figures("Die Jahre waren 1936 bis 1939.", "It was 1936.", "de-en")
    assert [d.relation for d in found] == [IMPRECISE]


def test_when_it_began_is_held_against_when_it_began() -> None:
    a = "Le pont est resté fermé entre 16 h 30 et 18 h 30."
    b = "The bridge was closed from 2.30 p.m. on Saturday."
    began = role_of(b, b.index("2.30"), b.index(" on Saturday"), "en")
    opened, ended = (
        similarity(role_of(a, a.index(hour), a.index(hour) + len(hour), "fr"), began)
        for hour in ("16 h 30", "18 h 30")
    )
    assert opened > ended + 0.1


def test_a_surname_that_is_a_season_is_no_date() -> None:
    found = figures("Das sagte Ministerin Julia Herbst.", "Im Frühling kam sie.", "de-de")
    assert [d.a for d in found] == [None]


def test_a_day_is_held_against_a_day_rather_than_against_an_hour() -> None:
    a = "Der Präsident traf am 16. November morgens in Singapur ein."
    b = "The president arrived in Singapore on the morning of November 18."
    assert relations(a, b, "de-en", "16. November | November 18") == {CONFLICTS}
    assert IMPRECISE in relations(
        "It began at 8:30 p.m.", "Es begann am Montagabend.", "en-de", "8:30 | Montagabend"
    )


def test_the_only_sums_of_two_linked_sentences_are_held_against_each_other() -> None:
    a = "Die Arbeiten an der Halle beginnen im Mai und kosten 3,8 Millionen Euro."
    b = "Mit 5,1 Millionen Euro rechnet inzwischen das Bauamt."
    assert relations(a, b, "de-de", "3,8 Millionen | 5,1 Millionen") == {CONFLICTS}


PIECES = """
15:45 GMT 9 will in weeks ago odd from 14 percent $5 -0 5ft 9in dans de 1,34 à euro contre the 78th
minute evening of October 31 February oldest 83 years one three out Prozent ٣٥٠ 2.400.000,5 between
and 6am °C half votes to 2:0
""".split()  # noqa: SIM905
PIECES.append("9" * 400)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.sampled_from(PIECES), max_size=12)
)
def test_any_two_rows_of_figures_can_be_compared(a: list[str], b: list[str]) -> None:
    for languages in ("en-de", "fr-en"):
        lang_a, lang_b = languages.split("-")
        one = Reading({0: " ".join(a)}, ArticleContext(lang_a, DAY))
        other = Reading({0: " ".join(b)}, ArticleContext(lang_b, DAY))
        found = compare_readings(one, other, [Link(0, 0, 1.0)])
        turned = compare_readings(other, one, [Link(0, 0, 1.0)])
        assert set(turned) == {divergence.transposed() for divergence in found}


HENS = [
    "12 hens",
    "75 hens",
    "10,115 hens",
    "about 70 hens",
    "many hens",
    "hundreds of hens",
    "hens",
]
BEAD = st.tuples(*[st.lists(st.sampled_from(HENS), max_size=4).map(" ".join)] * 2)


@settings(max_examples=40, deadline=None)
@given(BEAD, BEAD)
@example(
    ("hundreds of hens 75 hens", "10,115 hens"), ("10,115 hens many hens", "many hens 12 hens")
)
def test_figures_said_again_are_told_the_same_from_either_side(
    a: tuple[str, str], b: tuple[str, str]
) -> None:
    one, other = (Reading(dict(enumerate(texts)), ArticleContext("en", DAY)) for texts in (a, b))
    links = [Link(i, j, 1.0) for i in (0, 1) for j in (0, 1)]
    found, turned = compare_readings(one, other, links), compare_readings(other, one, links)
    assert set(turned) == {divergence.transposed() for divergence in found}


def test_a_list_of_figures_is_compared_in_time_that_grows_as_it_does() -> None:
    def listing(count: int) -> Callable[[], object]:
        a, b = (" ".join(f"{k * step % 997} hens" for k in range(count)) for step in (331, 457))
        return lambda: compare_sentences(a, b, lang_a="en", lang_b="en", encoder=OddOnes("x"))

    assert_no_blow_up(listing, 25)
