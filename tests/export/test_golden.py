from __future__ import annotations

import pytest

from tests.export.golden import NAMES, made, path


@pytest.mark.parametrize("name", NAMES)
def test_the_demo_story_is_exported_as_before(name: str) -> None:
    kept = path(name).read_bytes().decode()
    found = made(name)
    if name == "json":  # kept as the program wrote it, version and all
        kept, found = (text[text.index('"title"') :] for text in (kept, found))
    assert found == kept, "if this is meant: python -m tests.export.golden"
