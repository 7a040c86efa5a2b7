"""The head of a report: what is its title, and what only stands above or below it."""

from __future__ import annotations

import pytest

from tui.model import Article
from tui.read import read_text

BODY = "The dam held on Monday, the mayor said. Nobody was hurt in the valley.\n"


def read(*lines: str) -> Article:
    return read_text("\n".join((*lines, BODY)), id="x", lang="en")


def kinds(article: Article) -> list[str]:
    return [block.kind.value for block in article.blocks]


def test_the_first_line_of_some_length_is_the_title_and_the_next_its_deck() -> None:
    article = read("Dam above town holds", "Engineers still watch the wall by day and night")
    assert article.title == "Dam above town holds"
    assert article.deck == "Engineers still watch the wall by day and night"


def test_a_shorter_line_over_the_title_is_its_kicker_where_there_is_a_deck() -> None:
    deck = "The wall is holding, say engineers. They will not say for how long."
    article = read("The dam at Brenn", "Wall above town holds, say engineers", deck, "By Ann Lee")
    assert article.title == "Wall above town holds, say engineers"
    assert kinds(article) == ["heading", "title", "deck", "byline", "paragraph"]


def test_a_longer_line_over_a_shorter_one_is_the_title_and_no_kicker() -> None:
    deck = "The wall is holding, say engineers. They will not say for how long."
    article = read(
        "Wall above town holds, say engineers", "Watch goes on all night", deck, "By Ann Lee"
    )
    assert article.title == "Wall above town holds, say engineers"


def test_a_line_that_ends_in_a_colon_is_the_kicker_of_the_next() -> None:
    article = read("After nine days of rain:", "Wall above town holds, say engineers")
    assert article.title == "Wall above town holds, say engineers"


def test_departments_and_labels_with_their_lines_are_furniture_above_the_title() -> None:
    article = read("World", "Press contact:", "Ann Lee", "Wall above town holds")
    assert kinds(article) == ["furniture", "furniture", "furniture", "title", "paragraph"]


def test_a_short_title_under_a_label_is_still_the_title() -> None:
    assert read("Related videos:", "Dam holds again").title == "Dam holds again"
    assert read("Press contact:", "Dam holds again").title == "Dam holds again"


def test_many_short_lines_above_the_title_are_its_page() -> None:
    article = read("Valley", "Dams", "Water", "Power", "Wall above town holds, say engineers")
    assert kinds(article) == [*["furniture"] * 4, "title", "paragraph"]


def test_a_question_may_be_the_title_but_a_sentence_is_not() -> None:
    assert read("Will the dam hold?").title == "Will the dam hold?"
    assert read("The dam will hold.").title is None


def test_one_word_is_no_title() -> None:
    assert read("Analysis").title is None


@pytest.mark.parametrize("line", ["Ann Lee", "Ann Lee in Brenn", "Brenn - 3 May 2025", "Published"])
def test_names_and_places_beside_a_date_belong_to_the_byline(line: str) -> None:
    article = read("Wall above town holds", line, "3 May 2025, 10:31")
    assert kinds(article) == ["title", "byline", "byline", "paragraph"]
    assert article.published == "2025-05-03"
    assert article.author is None


def test_a_title_with_a_date_in_it_is_still_the_title() -> None:
    article = read("Valley Council, 3 May 2025", "By Ann Lee")
    assert article.title == "Valley Council, 3 May 2025"


def test_the_last_time_over_the_text_of_a_ticker_is_the_entrys_own() -> None:
    article = read_text(
        f"Live from the valley\n3 May 2025\n14:20\n{BODY}13:55\n{BODY}", id="x", lang="en"
    )
    assert kinds(article) == ["title", "byline", "heading", "paragraph", "heading", "paragraph"]


def test_the_subject_of_a_mail_is_its_title() -> None:
    article = read_text(f"From: Ann Lee\nSubject: The dam\n\n{BODY}", id="x")
    assert article.title == "The dam"
