"""Quotations by their marks, in the habits of several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.read.quotations import enclosed_spans


def spans(text: str) -> list[str]:
    return [text[a:b] for a, b in enclosed_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("Er sagte „nein“ und „ja“.", ["„nein“", "„ja“"]),
        ("Er sagte »nein« und »ja«.", ["»nein«", "»ja«"]),
        ("Il a dit « non » et « oui ».", ["« non »", "« oui »"]),
        ("Dijo «no» y «sí».", ["«no»", "«sí»"]),
        ("Han sa ”nej” och ”ja”.", ["”nej”", "”ja”"]),
        ("彼は「いいえ」と言った。", ["「いいえ」"]),
        ("他说：“不。”然后走了。", ["“不。”"]),
        ("“He said ‘no’ to me.”", ["“He said ‘no’ to me.”"]),
        ("‘We go. We stay,’ she said; they’re gone.", ["‘We go. We stay,’"]),
        ("He (not she) left.", ["(not she)"]),
        ("The minister’s aides’ phones rang.", []),
        ("He measured 5' 3\" at most.", []),
        ("“We go, she said.", []),
        ("We go,” she said.", []),
        ("“We go, she said. “Stay,” he said.", ["“Stay,”"]),
        ('"We go, she said. "Stay," he said.', ['"Stay,"']),
        (":) and (: are no brackets", []),
    ],
)
def test_marks_with_a_partner_enclose_and_stray_ones_do_not(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@given(st.text(st.sampled_from("ab .,“”„«»\"'‘’()「」"), max_size=80))
def test_spans_are_in_order_and_apart(text: str) -> None:
    last = 0
    for start, end in enclosed_spans(text):
        assert last <= start < end - 1
        last = end
