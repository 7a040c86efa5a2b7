"""What a reader should check in a translation."""

from __future__ import annotations

import pytest

from tui.encode import default_encoder
from tui.translate.doubts import changed_words, find_doubts


@pytest.mark.parametrize(
    ("source_text", "text"),
    [
        ("Es starben 64 Menschen.", "64 people died."),
        ("Die Fähre hat 1.200 Plätze.", "The ferry has 1,200 seats."),
        ("Der Schaden liegt bei 2,5 Millionen Euro.", "The damage amounts to 2.5 million euros."),
        ("Einige Boote fehlen.", "Boats are missing."),
        ("Das Spiel endete 2:0 für Talbach.", "The match ended 2-0 to Talbach."),
        ("Sie war nicht einmal krank.", "She was not even ill."),
        ("Am Abend kam Nikolaus Holm.", "In the evening Nicholas Holm came."),
        ("Sie verließen das Corvental.", "They left the Corven valley."),
        ("Das Fischereiministerium schwieg.", "The Ministry of Fisheries was silent."),
        ("Ja.", "Yes, indeed, that is quite so."),
        ("Thor Lind", "Thor Lind"),
        ("“Alma” – Sandholm", "“Alma” – Sandholm"),
        (
            "船は月曜日に座礁し、乗客に怪我はなかった。",
            "The ship ran aground on Monday; nobody was hurt.",
        ),
    ],
)
def test_a_faithful_translation_is_not_doubted(source_text: str, text: str) -> None:
    lang = "ja" if source_text[0] == "船" else "de"
    assert find_doubts(source_text, text, lang, "en") == ()


@pytest.mark.parametrize(
    ("source_text", "text", "doubt"),
    [
        ("Es starben 64 Menschen.", "46 people died.", "has “46"),
        ("Thor Lind kam nach Oslo.", "Ben Ruiz came to Oslo.", "Ben Ruiz"),
        ("Die Fähre sank nicht.", "The ferry sank.", "one denies what the other says: “"),
        ("Am 3. Mai sank das Boot.", "The boat sank on May 4.", "May 4"),
        ("Die Fähre hat 64 Plätze.", "The ferry has seats.", "seems to drop “64"),
        ("Die Fähre hat Plätze.", "The ferry has 64 seats.", "seems to add “64"),
        (
            "Das Schiff liegt seit Montag fest.",
            "Das Schiff liegt seit Montag fest.",
            "seems left in the original language (de)",
        ),
        ("Das Schiff liegt seit Montag fest.", "Ship.", "is far shorter than the original"),
        ("Das Schiff liegt dort fest.", "blah " * 40, "is far longer than the original"),
        (
            "乗客に怪我はなかった。乗組員は全員が無事だった。",
            "None.",
            "is far shorter than the original",
        ),
    ],
)
def test_what_a_translation_changes_drops_or_leaves_is_named(
    source_text: str, text: str, doubt: str
) -> None:
    lang = "ja" if source_text[0] == "乗" else "de"
    assert any(doubt in line for line in find_doubts(source_text, text, lang, "en"))


def test_a_negation_added_to_a_long_sentence_is_found_by_what_it_belongs_to() -> None:
    text = "Die Retter fuhren mit zwei Booten zurück in den Hafen von Sandholm."
    right = "The rescuers went back to the harbour of Sandholm with two boats."
    wrong = "The rescuers did not go back to the harbour of Sandholm with two boats."
    assert find_doubts(text, right, "de", "en", encoder=default_encoder()) == ()
    [doubt] = find_doubts(text, wrong, "de", "en", encoder=default_encoder())
    assert doubt.startswith("one denies what the other says")


def test_a_translation_into_another_language_than_the_one_asked_for_is_doubted() -> None:
    text = "Das Schiff liegt seit Montag fest, und niemand wurde dabei verletzt."
    french = "Le navire est immobilisé depuis lundi et personne n'a été blessé."
    doubts = find_doubts(text, french, "de", "en")
    assert "seems to be in French, not in English" in doubts
    assert not any("seems to be in" in doubt for doubt in find_doubts(text, french, "de", "fr"))


def test_names_and_numbers_may_stay_as_they_are() -> None:
    text = "Ada Moor, Thor Lind, Ben Ruiz, Mia Kron and Cay Holm"
    assert find_doubts(text.replace("and", "und"), text, "de", "en") == ()


def test_words_a_memory_was_made_with_are_told_apart_from_the_sentences_own() -> None:
    assert changed_words("Die rote Fähre sank.", "Die rote Barke heute sank.") == (
        "made for a sentence with “Barke”, not “Fähre”",
        "made for a sentence with “heute” besides",
    )
    assert changed_words("Sie kam nicht an.", "Sie kam an.") == (
        "made for a sentence without “nicht”",
    )
    assert changed_words("Sie kam an.", "Sie kam an.") == ()


def test_a_number_between_languages_without_a_lexicon_is_missed_by_its_figures() -> None:
    assert find_doubts("船には64人が乗っていた。", "There were 64 people.", "ja", "en") == ()
    assert find_doubts("船には64人が乗っていた。", "There were people.", "ja", "en")
