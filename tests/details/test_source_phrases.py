"""Where a source stands in its sentence: beside its verb, behind a marker, as an owner."""

from __future__ import annotations

import pytest

from tests.details.textual import compare, extract, relations, texts
from tui.details import attribution
from tui.encode import default_encoder
from tui.model import Relation


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("Der Damm hielt, das hat die Stadt am Abend bestätigt.", "de", "die Stadt"),
        ("Dem Minister wirft die Opposition vor, gelogen zu haben.", "de", "die Opposition"),
        ("Auf Anfrage erklärte die Bahn, man prüfe das.", "de", "die Bahn"),
        ("Así lo ha confirmado a este diario una enfermera.", "es", "una enfermera"),
        ("Comme l'a confirmé le maire, l'école fermera.", "fr", "le maire"),
        ("The fund was empty, the minister is quoted as saying.", "en", "the minister"),
        ("The orchard, growers fear, will not bloom.", "en", "growers"),
    ],
)
def test_the_subject_of_a_verb_of_saying_is_found_wherever_it_stands(
    text: str, lang: str, source: str
) -> None:
    assert source in [d.text for d in extract(attribution.KIND, text, lang)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("By the union's count, 4,000 walked out.", "the union's"),
        ("By the company's own reckoning, it lost £3m.", "the company's"),
        ("On the pilot's account, the landing was smooth.", "the pilot's"),
    ],
)
def test_whose_count_or_view_it_is_is_the_source(text: str, source: str) -> None:
    assert [d.text for d in extract(attribution.KIND, text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The union's banners were red.",
        "She sold the company's reports.",
        "The pilot's view was poor.",
    ],
)
def test_an_owner_without_by_or_in_is_no_source(text: str) -> None:
    assert extract(attribution.KIND, text) == []


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("Nach Schilderung von Anwohnern kam das Wasser nachts.", "de", "Anwohnern"),
        ("Nach einem Gutachten des Bergamts hält der Stollen.", "de", "des Bergamts"),
        ("Das geht aus einem internen Papier hervor.", "de", "einem internen Papier"),
        ("Cuesta el doble, según consta en un informe interno.", "es", "un informe"),
    ],
)
def test_a_preposition_may_tie_a_source_to_its_marker(text: str, lang: str, source: str) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == [source]


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("Einsatzleiter Rolf Immler: „Wir fanden niemanden.“", "de", "Einsatzleiter Rolf Immler"),
        ("Mayor 'knew of the cracks' – whistleblower", "en", "whistleblower"),
    ],
)
def test_a_name_before_a_speech_and_a_group_behind_one_are_sources(
    text: str, lang: str, source: str
) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == [source]


def test_an_object_without_article_is_no_source_beside_a_subject() -> None:
    text = "Die Gewerkschaft im Ort fordert Anwälte für alle."
    assert [d.text for d in extract(attribution.KIND, text, "de")] == ["Die Gewerkschaft"]


def test_a_town_that_a_group_is_of_is_no_name() -> None:
    a = "The instructor had no insurance, prosecutors in Geneva said."
    b = "Le moniteur n'avait pas d'assurance, selon le parquet de Genève."
    found = compare(attribution.KIND, a, b, "en-fr", default_encoder())
    assert relations(found) == {Relation.AGREES}


def test_a_source_of_no_known_kind_may_be_another_one_s_rival() -> None:
    a = "A mayday call came seconds before the crash, according to air traffic controllers."
    b = "A mayday call came seconds before the crash, according to a local clockmaker."
    found = compare(attribution.KIND, a, b, encoder=default_encoder())
    assert texts(found, Relation.CONFLICTS) == [("air traffic controllers", "a local clockmaker")]


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The tax office said it burned.", "Das Jugendamt sagte, es brannte.", "en-de"),
        ("The port authority said it sank.", "Selon les douanes, il a coulé.", "en-fr"),
        ("Laut Wahlleitung ist es entschieden.", "The opposition says it is decided.", "de-en"),
    ],
)
def test_offices_with_a_field_of_their_own_are_no_mere_officials(
    a: str, b: str, langs: str
) -> None:
    found = compare(attribution.KIND, a, b, langs)
    assert Relation.IMPRECISE not in relations(found)
    assert Relation.AGREES not in relations(found)
