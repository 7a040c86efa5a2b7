"""What the exports of the demo story look like, kept as files that a change shows up in.

``golden/demo.json`` is the story's English and German report compared; the other files are made of
it, so that they change with the exporters and not with what the comparison finds. After a change
that is meant: ``python -m tests.export.golden``, and look at the difference.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from tui import __version__
from tui.export import FORMATS, ExportOptions, produce
from tui.export.published import read_comparison

__all__ = ["FOLDER", "NAMES", "made"]

FOLDER = Path(__file__).parent / "golden"
NAMES = tuple(f.name for f in FORMATS.values() if f.name not in ("pdf", "svg"))
"""A PDF is the browser's to set, a picture is the text again."""


def made(name: str) -> str:
    """An export of the demo story as text, without what changes by itself."""
    demo = read_comparison(FOLDER / "demo.json")
    data = produce(demo.comparison, name, ExportOptions(title=demo.title))
    text = _document(data) if name == "docx" else data.decode()
    text = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>", text)
    text = re.sub(r"'sha256-[^']+'", "'sha256-'", text)
    text = re.sub(r'creationdate="\w+"', 'creationdate=""', text)
    return text.replace(__version__, "VERSION")


def path(name: str) -> Path:
    """Where an export is kept."""
    return FOLDER / f"demo{'.docx.txt' if name == 'docx' else FORMATS[name].suffix}"


def _document(data: bytes) -> str:
    """The paragraphs, the cells and the comments of a Word document, a line each."""
    import docx

    document = docx.Document(io.BytesIO(data))
    lines = [p.text for p in document.paragraphs]
    for table in document.tables:
        lines += (
            " | ".join(cell.text.replace("\n", " / ") for cell in r.cells) for r in table.rows
        )
    return "".join(f"{line}\n" for line in [*lines, *(c.text for c in document.comments)])


if __name__ == "__main__":
    for each in NAMES:
        if each != "json":
            path(each).write_bytes(made(each).encode())
