"""A paragraph on its way to being a block, while its kind is still being found out."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import BlockKind
from tui.read.forms import Form
from tui.read.lines import COLONS, ends_sentence, word_count

__all__ = ["Passage", "is_prose"]

_PROSE_WORDS = 4
_INTRO_WORDS = 6
_PROSE_CHARS = 200


@dataclass(slots=True)
class Passage:
    """A paragraph, its kind as far as it is known, and where it stands in the text."""

    form: Form
    kind: BlockKind
    text: str
    start: int
    end: int


def is_prose(passage: Passage) -> bool:
    """Whether a paragraph reads like running text rather than a label or headline."""
    if not passage.kind.is_content or passage.form in (Form.HEADING, Form.TITLE):
        return False
    if ends_sentence(passage.text):
        return word_count(passage.text) >= _PROSE_WORDS
    if passage.text.endswith(COLONS):
        return word_count(passage.text) >= _INTRO_WORDS
    return len(passage.text) > _PROSE_CHARS
