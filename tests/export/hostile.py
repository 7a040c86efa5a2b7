"""Article text as an attacker would write it; every export must show it and obey none of it."""

from __future__ import annotations

from tests.factories import make_article, make_comparison, make_divergence
from tui.model import BlockKind, Comparison, DetailKind, Relation, Translation

MARKUP = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "</p></div></body><svg onload=\"document.title='owned'\">",
    '" onmouseover="document.title=\'owned\'" x="',
    "javascript:document.title='owned'",
    "<a href=\"javascript:document.title='owned'\">click</a>",
    "<iframe src=https://example.org></iframe><link rel=stylesheet href=https://example.org/x>",
    "<style>*{display:none}</style><meta http-equiv=refresh content='0;url=https://example.org'>",
    "{{ 7*7 }} {% raw %} ${7*7} &lt;b&gt; &#60;",
    "</script></style></title><!-- -->",
    "[/] x [sic] [bold]loud[/bold] [@click=app.bell]press[/]",
    "**bold** _it_ `code` ~~gone~~ | cell | # 1. - > [link](https://example.org) ![i](x.png)",
    "@everyone #123 GH-1 user/repo#2 https://example.org www.example.org a@b.example $x$ :smile:",
    '=HYPERLINK("https://example.org";"x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
)
"""Lines that are markup to something."""

CONTROLS = "\x1b]52;c;b3duZWQ=\x07 \x1b[2J \x9b31m \x7f \u202egnp.exe\u202c \u2028 \u2066x\u2069"
"""What a terminal or an editor would obey: escapes, C1, bidirectional overrides, a separator."""


def hostile_comparison() -> Comparison:
    """Every line in every place an article's text can reach: sentences, marks, names, notes."""
    lines = [*MARKUP, f"steering {CONTROLS} text"]
    a = make_article(
        [(BlockKind.TITLE, lines[0]), *lines, (BlockKind.FURNITURE, lines[1])],
        id=lines[0],
        title=lines[0] + CONTROLS,
        source=lines[1],
        author=lines[3],
        published="<b>2024</b>",
        label=lines[2],
        path="/secret/folder/" + "<x>.txt",
        url="javascript:document.title='owned'",
    )
    b = make_article(
        lines,
        id="b",
        lang='"><script>',
        title=lines[2],
        source=lines[7],
        url="https://b.example/<x>",
    )
    marks = [
        make_divergence(
            a,
            b,
            DetailKind.QUOTATION,
            Relation.CONFLICTS,
            in_a=(i + 1, line),
            in_b=(i, line),
            note=f"note {line}",
        )
        for i, line in enumerate(lines)
    ]
    told = {i: Translation("e'\"n", line, lines[1]) for i, line in enumerate(lines)}
    return make_comparison(
        a,
        b,
        links=[(i + 1, i) for i in range(len(lines))],
        divergences=marks,
        translations_b=told,
        translations_a=told,
    )
