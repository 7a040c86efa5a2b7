"""JSON of our own: an article comes back as it went out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.read.makers import BODY
from tests.read.whole import require_whole
from tui.export.json import document
from tui.model import Comparison
from tui.read import ReadError, read_text


def exported() -> dict[str, Any]:
    """An article as the JSON of a comparison has it."""
    report = f"Dam holds, for now\n\nBy Ann Lee | March 11, 2026\n\n{BODY[0]} {BODY[1]}\n\nShare\n"
    article = read_text(report, id="courier")
    made: dict[str, Any] = document(Comparison(article, article))["a"]
    return made


def read(table: object) -> Any:
    return read_text(json.dumps(table).encode(), id="x")


def test_text_sentences_and_metadata_come_back() -> None:
    table = exported()
    article = read({**table, "url": "https://example.org/dam"})
    assert article.text == table["text"]
    assert [(s.start, s.end, s.kind) for s in article.sentences] == [
        (s["start"], s["end"], s["kind"]) for s in table["sentences"]
    ]
    assert (article.title, article.author) == ("Dam holds, for now", "Ann Lee")
    assert (article.published, article.url) == ("2026-03-11", "https://example.org/dam")
    require_whole(article)


def test_without_sentences_the_text_is_read_like_any_other() -> None:
    article = read({"text": f"Dam holds, for now\n\n{BODY[0]} {BODY[1]}"})
    assert article.title == "Dam holds, for now"
    assert len(article.sentences) == 3


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"schema": "diptych.comparison/1", "a": {}, "b": {}}, "a comparison of two reports"),
        ({"a": 1}, "no article of Diptych's"),
        ([{"text": "a"}], "no article of Diptych's"),
        ({"text": "a\x1b[2J"}, "control characters"),
        ({"text": ""}, "empty"),
        ({"text": "Hello.", "sentences": [{"start": 0}]}, "lacks its place or kind"),
        ({"text": "Hello.", "sentences": ["a"]}, "lacks its place or kind"),
        (
            {
                "text": "Hello.",
                "sentences": [{"start": 0, "end": float("inf"), "block": 0, "kind": "body"}],
            },
            "lacks its place or kind",
        ),
    ],
)
def test_json_that_is_no_article_is_one_line(table: object, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read(table)


@pytest.mark.parametrize(
    ("key", "value"), [("end", 10_000), ("start", -5), ("text", "other"), ("block", 99)]
)
def test_sentences_that_do_not_fit_the_text_are_refused(key: str, value: object) -> None:
    table = exported()
    table["sentences"][1][key] = value
    with pytest.raises(ReadError, match="do not fit"):
        read(table)


def test_sentences_that_leave_out_some_of_the_text_are_refused() -> None:
    for missing in (0, 2, -1):
        table = exported()
        del table["sentences"][missing]
        with pytest.raises(ReadError, match="do not fit"):
            read(table)


def test_what_is_no_language_code_is_not_taken_for_one() -> None:
    assert read({"text": "12 a.", "lang": "EN"}).lang == "und"


@pytest.mark.parametrize("data", [b'{"text": "a', b'{"a": ' * 50_000, b'[{"a": NaN'])
def test_damaged_json_is_one_line(data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged JSON"):
        read_text(data, id="x")
