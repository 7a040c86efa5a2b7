"""Translations put two reports into one language, where they cover them."""

from __future__ import annotations

from tests.factories import make_article
from tui.encode.translated import common_language, sentences_in
from tui.model import Article, Translation

GERMAN = make_article([f"Satz Nummer {n}." for n in range(10)], lang="de")
ENGLISH = make_article(["A sentence.", "Another."])
SWEDISH = make_article(["En mening.", "En till."], lang="sv")


def into(lang: str, article: Article, count: int = 99) -> dict[int, Translation]:
    content = article.content[:count]
    return {s.index: Translation(lang, f"{lang} {s.index}", "memory") for s in content}


def test_reports_in_one_language_the_encoder_knows_are_taken_as_they_are() -> None:
    assert common_language(ENGLISH, ENGLISH, into("de", ENGLISH), into("de", ENGLISH)) is None


def test_a_report_translated_into_the_others_language_is_read_in_it() -> None:
    assert common_language(GERMAN, ENGLISH, into("en", GERMAN), {}) == "en"
    assert common_language(ENGLISH, GERMAN, {}, into("en-GB", GERMAN)) == "en"
    assert common_language(GERMAN, ENGLISH, {}, into("de", ENGLISH)) == "de"


def test_two_reports_meet_in_a_third_language() -> None:
    french = make_article(["Une phrase."], lang="fr")
    assert common_language(GERMAN, french, into("en", GERMAN), into("en", french)) == "en"
    assert common_language(SWEDISH, SWEDISH, into("en", SWEDISH), into("en", SWEDISH)) == "en"


def test_nothing_is_gained_by_a_language_the_encoder_does_not_know() -> None:
    assert common_language(GERMAN, SWEDISH, into("sv", GERMAN), {}) is None


def test_translations_of_a_few_sentences_are_not_enough() -> None:
    assert common_language(GERMAN, ENGLISH, into("en", GERMAN, 9), {}) == "en"
    assert common_language(GERMAN, ENGLISH, into("en", GERMAN, 8), {}) is None
    assert common_language(GERMAN, ENGLISH, {}, {}) is None


def test_translations_into_two_languages_are_no_text_in_either() -> None:
    mixed = into("en", GERMAN) | {0: Translation("fr", "Une phrase.", "you")}
    assert common_language(GERMAN, ENGLISH, mixed, {}) is None


def test_a_language_nobody_could_tell_is_not_shared() -> None:
    unknown = make_article(["A sentence."], lang="und")
    assert common_language(unknown, make_article(["?"], lang="und"), {}, {}) is None
    assert common_language(unknown, GERMAN, {}, {}) is None


def test_sentences_stand_translated_where_that_is_needed() -> None:
    told = into("en", GERMAN, 1)
    assert sentences_in(GERMAN, "en", told)[:2] == ["en 0", "Satz Nummer 1."]
    assert sentences_in(GERMAN, "de", told)[0] == "Satz Nummer 0."
