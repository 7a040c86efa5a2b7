"""The line of a setting, for what is said of a mistake in it."""

from __future__ import annotations

import pytest

from tui.toml_lines import line_of

TEXT = """\
title = "The dam"

[[report]]
file = "a.txt"
"title" = "Dam holds"

[[ report ]]
file = "b.txt"

[providers.'deepl']
url = "https://example.org/"
title = "no such key"
"""


@pytest.mark.parametrize(
    ("key", "table", "number", "line"),
    [
        ("title", "", 0, 1),
        ("title", "report", 0, 5),
        ("file", "report", 1, 8),
        ("title", "report", 1, 7),
        (None, "report", 1, 7),
        ("url", "providers.deepl", 0, 11),
        ("providers", "", 0, 10),
        ("file", "", 0, 1),
        ("file", "report", 2, 1),
    ],
)
def test_a_setting_is_found_in_its_own_table_or_the_table_is(
    key: str | None, table: str, number: int, line: int
) -> None:
    assert line_of(TEXT, key, table, number) == line
