"""What is said of a comparison that can tell little."""

from __future__ import annotations

from tests.factories import make_article, make_comparison
from tui.compare import caution
from tui.model import Comparison, Link, Translation


def test_reports_that_share_nothing_are_said_to_be_of_different_events() -> None:
    known = make_comparison()
    assert caution(known) == ""
    bare = Comparison(known.a, known.b)
    assert caution(bare) == "nothing matches: these look like reports of different events"
    assert caution(Comparison(known.a, make_article([]))) == ""


def test_a_language_the_encoder_does_not_know_is_named_unless_a_translation_stands_in() -> None:
    a, b = make_article(["The ferry sank."]), make_article(["Färjan sjönk."], lang="sv")
    links = (Link(0, 0, 0.9),)
    assert "does not know Swedish" in caution(Comparison(a, b, links))
    told = {0: Translation("en", "The ferry went down.", "memory")}
    assert "fewer matches" not in caution(Comparison(a, b, links, translations_b=told))


def test_what_a_language_cannot_be_read_for_is_named() -> None:
    a = make_article(["The ferry sank."])
    links = (Link(0, 0, 0.9),)
    german, thai = make_article(["Die Fähre sank."], lang="de"), make_article(["เรือจม"], lang="th")
    assert caution(Comparison(a, german, links)) == ""
    assert caution(Comparison(a, thai, links)).startswith("fewer differences: ")
    assert caution(Comparison(a, thai, links)).endswith(" not compared in Thai")
