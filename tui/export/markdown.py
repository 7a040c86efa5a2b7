"""Comparisons as GitHub-flavoured Markdown that also reads well as it is typed.

Differences come as a table, the reports as blocks of A over B: a two-column table of whole
sentences renders well but cannot be read in an editor or a mail.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tui import __version__
from tui.export.base import ExportOptions
from tui.export.captions import day, even, fingerprint, heading, one_line, opening, origin, place
from tui.export.view import View
from tui.model import SIDES, Article, Comparison, Relation, SentenceKind, Which
from tui.words import RELATIONS, remark

__all__ = ["escape", "render"]

_SPECIAL = re.compile(r"[\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|:(?=//)|(?<=\bwww)\.")
_REFERENCE = re.compile(r"@(?=\w)|#(?=\d)|:(?=[a-z_+-][\w+-]*:)")
_ADDRESS = re.compile(r"https?://[!-;=?-~]+")
_WORD_JOINER = "\u2060"


def escape(text: str) -> str:
    """Article text as Markdown that shows exactly it: no emphasis, tag, link, table cell or maths.

    What starts a block (``#``, ``-``, ``1.``) is left alone, since article text never starts a
    line here. Mentions, issue numbers and emoji (``:smile:``) are made up after rendering, where a
    backslash is gone, so an invisible word joiner breaks them.
    """
    return _REFERENCE.sub(
        lambda found: found[0] + _WORD_JOINER, _SPECIAL.sub(r"\\\g<0>", even(text))
    )


def render(comparison: Comparison, options: ExportOptions) -> str:
    """The comparison as a Markdown document."""
    view = View(comparison, options)
    parts = [
        f"# {escape(view.title)}",
        view.headline,
        _sources(view),
        "## Differences",
        _table(view) if view.differences else "None were found.",
        "## Side by side",
        "\n\n".join(_rows(view)) or "Neither report has a sentence.",
        "---",
        f"Compared by Diptych {__version__}. {_legend()}",
    ]
    return "\n\n".join(parts) + "\n"


def _sources(view: View) -> str:
    return "\n".join(_source(view, which) for which in SIDES)


def _source(view: View, which: Which) -> str:
    article = view.article(which)
    known = [escape(part) for part in origin(article, day(article), article.lang)]
    about = " · ".join(part for part in (*known, _place(article)) if part)
    title = f"- **{which.upper()}**: *{escape(heading(article))}*" + (about and f", {about}")
    if view.options.anonymous:
        return title
    notes = "".join(f"; {escape(note)}" for note in view.reading_notes(which))
    return f"{title}\n  SHA-256 `{fingerprint(article)}`{notes}"


def _place(article: Article) -> str:
    """The address as a link if it can be nothing else, or the file's name without its folders."""
    if article.url and _ADDRESS.fullmatch(article.url):
        return f"<{article.url}>"
    return escape(place(article))


def _legend() -> str:
    signs = {words.glyph: words.label.partition(" in ")[0] for words in RELATIONS.values()}
    return ", ".join(f"{escape(glyph)} {label}" for glyph, label in signs.items()) + "."


def _table(view: View) -> str:
    head = "| | Relation | Detail | A | B | |\n|--:|---|---|---|---|---|"
    rows = (
        f"| {d.number} | {_sign(d.relation)} {d.label} | {d.kind} | {escape(d.a) or '—'} "
        f"| {escape(d.b) or '—'} | {escape(d.remark)} |"
        for d in view.gravest_first
    )
    return "\n".join([head, *rows])


def _rows(view: View) -> Iterator[str]:
    for row, told in zip(view.rows, view.differences_by_row, strict=True):
        lines = [_line(view, which, index) for which, index in row.primaries]
        lines += [_echo(view, j) for j in row.echoes]
        block = "  \n".join(line for group in lines for line in group)
        notes = "\n".join(
            f"- {_tag(d.relation, d.number)} {d.kind}: {escape(d.told)}" for d in told
        )
        yield f"{block}\n\n{notes}" if notes else block


def _line(view: View, which: Which, index: int) -> list[str]:
    kind = view.sentence(which, index).kind
    text = _marked(view, which, index)
    if kind in (SentenceKind.TITLE, SentenceKind.HEADING):
        text += " *(title)*" if kind is SentenceKind.TITLE else " *(heading)*"
    found = [f"**{which.upper()}** ¶{view.paragraph(which, index)} {text}"]
    translation = view.translation(which, index)
    if translation:
        doubted = one_line(remark(translation))
        origin = f"⁇ {doubted}" if doubted else one_line(translation.origin)
        origin = f"{one_line(translation.lang)}, {origin}"
        found.append(f"↳ {escape(translation.text.strip())} *({escape(origin)})*")
    return found


def _echo(view: View, index: int) -> list[str]:
    start = opening(view.sentence("b", index).text)
    return [f"**B** also ¶{view.paragraph('b', index)} “{escape(start)}”"]


def _marked(view: View, which: Which, index: int) -> str:
    """A sentence with its differing details in bold, each with its sign and number behind it."""
    pieces = [("", False)]
    for piece in view.pieces(which, index, agreements=False):
        run = piece.run
        text = escape(piece.text)
        if piece.changed:
            text = f"<u>{text}</u>"
        for mark in reversed(run.closing if piece.last else ()):
            text += _tag(mark.divergence.relation, view.numbers[mark.number])
        before, open_mark = pieces[-1]
        if open_mark and run.marks:
            pieces[-1] = (before + text, True)
        else:
            pieces.append((text, bool(run.marks)))
    # Two neighbouring marks make one bold stretch: closing and opening would read as four stars.
    texts = ["", *(text for text, _ in pieces), ""]
    return "".join(
        _bold(text, texts[n], texts[n + 2]) if marked else text
        for n, (text, marked) in enumerate(pieces)
    )


def _sign(relation: Relation) -> str:
    return escape(RELATIONS[relation].glyph)


def _tag(relation: Relation, number: int) -> str:
    return f"[{_sign(relation)}{number}]"


def _bold(text: str, before: str, after: str) -> str:
    """Bold by asterisks where CommonMark would see them as such, else by a tag.

    Between letters of a script without spaces, or next to a quotation mark, asterisks flank
    nothing and stay asterisks (CommonMark 0.31, 6.2).
    """
    inner = text.lstrip()
    indent = text[: len(text) - len(inner)]
    # Symbols count as punctuation in some versions of the rule, so they must do under either.
    opens = _edge(indent or before[-1:]) or unicodedata.category(inner[0])[0] not in "PS"
    if opens and _edge(after[:1]):
        return f"{indent}**{inner}**"
    return f"{indent}<strong>{inner}</strong>"


def _edge(character: str) -> bool:
    """Whether a character is none, a space or punctuation."""
    return not character or character.isspace() or unicodedata.category(character[0])[0] == "P"
