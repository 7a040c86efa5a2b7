"""The paragraphs of a tree of HTML, or of the simpler XML that trafilatura makes of it.

The walk is a loop, so that no depth of nesting exhausts the stack, and looks at nothing outside
the tree.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tui.read.errors import ReadError
from tui.read.forms import Form
from tui.read.marked_up import BULLET, Piece, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

__all__ = ["parse_html", "pieces_of", "text_length"]

_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_QUOTES = frozenset({"blockquote", "quote"})
_ITEMS = frozenset({"li", "item"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_BLOCKS = (
    _HEADINGS
    | _QUOTES
    | _ITEMS
    | frozenset(
        {
            *("address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt"),
            *("fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "list"),
            *("main", "nav", "ol", "p", "pre", "row", "section", "summary", "table", "tbody"),
            *("tfoot", "thead", "tr", "ul"),
        }
    )
)
_AROUND = frozenset({"nav", "footer", "aside", "figcaption", "form"})
_UNSHOWN = frozenset(
    {
        *("audio", "button", "canvas", "datalist", "head", "iframe", "map", "math", "noscript"),
        *("object", "script", "select", "style", "svg", "template", "textarea", "title", "video"),
    }
)


def parse_html(text: str, where: str) -> HtmlElement | None:
    """Parse HTML as browsers do, however broken; ``None`` if there is nothing in it.

    Raises:
        ReadError: It is nested so deeply that the parser would drop what is inside.
    """
    from lxml import html

    # Nothing is loaded (no_network) and no entity but HTML's own is known to this parser.
    parser = html.HTMLParser(no_network=True, remove_pis=True, encoding="utf-8")
    try:
        parsed: HtmlElement = html.document_fromstring(
            _XML_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), parser=parser
        )
    except ValueError:  # lxml's ParserError: "Document is empty"
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ReadError(f"{where}: markup nested too deeply; save its text as .txt")
    return parsed


def pieces_of(root: _Element, *, title: str | None = None, bare: bool = False) -> Iterator[Piece]:
    """Yield the paragraphs of a tree in order.

    Args:
        root: The element to read: ``body`` of a page, or what stands for it.
        title: The document's title; the first heading with this text is marked as such, or the
            first of the first rank where it is ``None``.
        bare: Whether only paragraphs are told apart, all of them plain.
    """
    wanted = squeeze(title).casefold() if title else None
    for piece, rank in _walk(root, bare=bare):
        if piece.form is not Form.HEADING or wanted == "":
            yield piece
        elif piece.text.casefold() == wanted or (wanted is None and rank == "h1"):
            wanted = ""
            yield piece._replace(form=Form.TITLE)
        else:
            yield piece


def text_length(root: _Element) -> int:
    """How many characters of text a tree shows."""
    return sum(len(piece.text) for piece, _ in _walk(root, bare=True))


def _walk(root: _Element, *, bare: bool) -> Iterator[tuple[Piece, str]]:
    """Each paragraph with the tag, or the rank, of what it stands in."""
    from lxml import etree

    parts: list[str] = []
    open_tags: Counter[str] = Counter()
    rank = ""

    def flushed() -> Iterator[tuple[Piece, str]]:
        text = squeeze("".join(parts))
        parts.clear()
        if text:
            form = Form.PLAIN if bare else _form(open_tags)
            yield Piece(BULLET + text if form is Form.ITEM else text, form), rank

    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in ("comment", "pi"):
            parts.append(_spaced(element.tail))
            continue
        tag = _tag(element)
        block = tag in _BLOCKS
        if event == "start":
            if element is not root and (tag in _UNSHOWN and not _is_text_head(element)):
                walker.skip_subtree()
                continue
            if block:
                yield from flushed()
                rank = element.get("rend") or tag if tag in _HEADINGS else rank
            open_tags[tag] += 1
            parts.append("\n" if tag in _BREAKS else _spaced(element.text))
            continue
        if tag in _UNSHOWN and not open_tags[tag]:
            parts.append(_spaced(element.tail))
            continue
        if block:
            yield from flushed()
        open_tags[tag] -= 1
        if tag in _CELLS:
            parts.append(" ")
        if element is not root:
            parts.append(_spaced(element.tail))
    yield from flushed()


def _form(open_tags: Counter[str]) -> Form:
    if any(open_tags[tag] for tag in _AROUND):
        return Form.FURNITURE
    if any(open_tags[tag] for tag in _HEADINGS):
        return Form.HEADING
    if any(open_tags[tag] for tag in _QUOTES):
        return Form.QUOTE
    if any(open_tags[tag] for tag in _ITEMS):
        return Form.ITEM
    return Form.PLAIN


def _tag(element: _Element) -> str:
    """The local name, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def _is_text_head(element: _Element) -> bool:
    """Whether a ``head`` is trafilatura's heading rather than the unseen top of a page."""
    parent = element.getparent()
    return _tag(element) == "head" and parent is not None and _tag(parent) != "html"


def _spaced(text: str | None) -> str:
    """A text node; the line breaks of the source mean no more than spaces."""
    return text.replace("\n", " ").replace("\r", " ") if text else ""
