"""What sentences tell that nothing is linked to."""

from __future__ import annotations

from tests.factories import make_article
from tui.details.alone import details_of


def test_a_sentence_alone_tells_what_a_silent_report_would_lack() -> None:
    article = make_article(
        ["Die Versicherung schätzt den Schaden auf 2,5 Millionen Euro.", "Odalys Brenk kommt."],
        lang="de",
    )
    told = [side.detail.text for side in details_of(article, range(9))]
    assert told == ["2,5 Millionen Euro", "Odalys Brenk"]
