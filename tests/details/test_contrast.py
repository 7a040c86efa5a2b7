"""Words of one class exclude each other where two reports say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.details.textual import OddOnes
from tests.factories import make_article
from tui.data import languages, load
from tui.details import compare_linked, compare_sentences
from tui.details.word_classes import members
from tui.details.words import bare, words
from tui.model import DetailKind, Divergence, Link, Relation

LANGUAGES = languages("classes")


def contrasted(a: str, b: str, lang_a: str = "en", lang_b: str = "en") -> list[tuple[str, str]]:
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b)
    return pairs(found)


def pairs(found: tuple[Divergence, ...] | list[Divergence]) -> list[tuple[str, str]]:
    return [
        (d.a.detail.text, d.b.detail.text)
        for d in found
        if d.kind is DetailKind.WORDING and d.relation is Relation.CONFLICTS and d.a and d.b
    ]


def test_a_word_replaced_by_its_like_conflicts() -> None:
    assert contrasted(
        "The thieves fled in a white van with the paintings.",
        "The thieves fled in a white lorry with the paintings.",
    ) == [("van", "lorry")]


def test_languages_share_the_classes() -> None:
    assert contrasted(
        "Am Montag fand die Polizei 40 Kilo Kokain.",
        "On Monday the police found 40 kilos of heroin.",
        "de",
        "en",
    ) == [("Kokain", "heroin")]


def test_a_synonym_is_no_conflict() -> None:
    assert not contrasted(
        "The lorry stopped in front of the hospital at noon.",
        "The truck stopped in front of the clinic at noon.",
    )


def test_a_wider_word_is_no_conflict() -> None:
    assert not contrasted(
        "The lorry stopped in front of the house at noon.",
        "The vehicle stopped in front of the house at noon.",
    )


def test_a_word_the_other_report_has_somewhere_is_no_conflict() -> None:
    a = make_article(["The thieves fled in a van with the paintings.", "A lorry blocked the road."])
    b = make_article(["The thieves fled in a lorry with the paintings."])
    assert not pairs(compare_linked(a, b, [Link(0, 0, 1.0)]))


def test_a_plural_that_is_a_cargo_of_its_own_is_still_the_animal_s() -> None:
    a = make_article(["Ein Fuchs riss bei Arnau zwei Schafe, sagte der Hirte."], lang="de")
    b = make_article(["Ein Tier riss bei Arnau eines von zwanzig Schafen, hieß es."], lang="de")
    assert not pairs(compare_linked(a, b, [Link(0, 0, 1.0)]))


def test_a_capital_makes_a_name_of_a_word() -> None:
    assert not contrasted(
        "The letter to Mr Baker was found in the kitchen.",
        "The letter to Mr Butcher was found in the kitchen.",
    )


def test_the_last_part_of_a_german_compound_tells_its_class() -> None:
    assert members(bare("Passagierflugzeug"), "de") == members(bare("Flugzeug"), "de") != ()
    assert members(bare("Absicherung"), "de") == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_classes_have_the_names_of_the_english_file(lang: str) -> None:
    named = {name for name, table in load(f"classes/{lang}").items() if isinstance(table, Mapping)}
    assert named <= set(load("classes/en"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_form_is_a_word_or_tied_words_of_one_concept_in_its_class(lang: str) -> None:
    for name, table in load(f"classes/{lang}").items():
        if not isinstance(table, Mapping):
            continue
        forms = [form for line in table.values() for form in line.split()]
        assert len(set(forms)) == len(forms), name
        for form in forms:
            assert len(words(form.replace("_", " "))) > 1 or not {"_", "*"} & set(form), form
            assert len(words(form)) == 1 or {"_", "'"} & set(form), form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_most_concepts_of_the_english_file(lang: str) -> None:
    english = {name: t for name, t in load("classes/en").items() if isinstance(t, Mapping)}
    own = load(f"classes/{lang}")
    missing = [
        f"{name}.{concept}"
        for name, table in english.items()
        for concept in table
        if concept not in own.get(name, {})
    ]
    assert len(missing) <= 12, missing


def test_a_phrase_stands_for_a_concept_and_its_words_for_none() -> None:
    assert contrasted(
        "The tourists were taken off the cruise ship in the evening.",
        "The tourists were taken off the ferry in the evening.",
    ) == [("cruise ship", "ferry")]
    assert not contrasted(
        "Soldiers opened fire on the crowd in the square.",
        "An explosion in the square frightened the crowd.",
    )


def test_the_side_of_a_body_tells_where_left_as_a_verb_does_not() -> None:
    assert contrasted(
        "She broke her left leg in the fall.", "Bei dem Sturz brach sie sich das rechte Bein.",
        "en", "de",
    ) == [("left leg", "rechte Bein")]  # fmt: skip
    assert not contrasted("She left the stage in tears.", "She had no right to the stage.")


def test_words_of_two_matters_are_no_conflict() -> None:
    a = "The police stopped a van with stolen paintings near the harbour on Monday."
    b = "On Monday the harbour police found paintings, and a lorry broke down."
    encoder = OddOnes("broke down")
    found = compare_sentences(a, b, lang_a="en", lang_b="en", encoder=encoder)
    assert not pairs(found)
    near = compare_sentences(a, b, lang_a="en", lang_b="en", encoder=OddOnes())
    assert pairs(near) == [("van", "lorry")]


def test_two_bodies_of_one_act_are_organisations_that_conflict() -> None:
    a, b = "Four hikers were saved by firefighters.", "Four hikers were saved by the coastguard."
    found = compare_sentences(a, b, lang_a="en", lang_b="en")
    kinds = {d.kind for d in found if d.relation is Relation.CONFLICTS}
    assert kinds == {DetailKind.ORGANISATION}


@pytest.mark.parametrize(
    ("one", "other", "told"), [("van", "lorry", True), ("baker", "nurse", False)]
)
def test_people_must_share_more_around_them_than_things(one: str, other: str, told: bool) -> None:
    class Faint(OddOnes):
        """Texts with the odd word lie at a cosine of .35 to the others."""

        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            rows = [(0.35, 0.937) if "rain" in text else (1.0, 0.0) for text in texts]
            return np.array(rows, dtype=np.float32)

    a, b = f"On Monday a {one} was seen in the rain.", f"Nobody had noticed the {other} before."
    found = compare_sentences(a, b, lang_a="en", lang_b="en", encoder=Faint())
    assert bool(pairs(found)) is told


def test_a_part_does_not_exclude_the_whole() -> None:
    assert not contrasted(
        "She was hit in the leg.", "Sie wurde am Oberschenkel getroffen.", "en", "de"
    )


def test_what_both_have_of_a_class_does_not_hide_what_differs() -> None:
    assert contrasted(
        "The wolf killed twelve sheep.", "Der Wolf riss zwölf Ziegen.", "en", "de"
    ) == [("sheep", "Ziegen")]


def test_compatible_concepts_exist() -> None:
    for group, lines in load("classes/compatible").items():
        named = {concept for line in lines for concept in line.split()}
        assert named <= set(load("classes/en")[group]), group
