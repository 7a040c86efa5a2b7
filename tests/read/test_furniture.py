"""Page furniture: labels, links and notices go; sentences of the report stay."""

from __future__ import annotations

import pytest

from tui.model import BlockKind
from tui.read import read_text
from tui.read.furniture import is_furniture_line, is_notice

FURNITURE = """
×
***
· · ·
▶
Share
SHARE THIS ARTICLE
Share Facebook Twitter WhatsApp
Facebook | X | LinkedIn
Home > World > Africa news
Advertisement
Advertisement · Scroll to continue
Related videos:
Filed under:
google news
Contacts:
More To Read
12 comments
Comments (12)
Read more: How the valley was lost
Read more: Who lost the valley?
Tags: dam, valley, water
3 min read
https://example.org/a?b=c
desk@example.org
#dam #valley
Anzeige
Lesen Sie auch: Wie das Tal verloren ging
Kommentare (12)
Das könnte Sie auch interessieren
Foto: dpa
Quelle: dpa.
Lesezeit: 3 Minuten
Publicité
Lire aussi : Comment la vallée fut perdue
À lire également
Temps de lecture : 2 min.
No hay comentarios:
Publicar un comentario
Te puede interesar: Cómo se perdió el valle
Leggi anche: Come si perse la valle
© RIPRODUZIONE RISERVATA
Leia também: Como o vale se perdeu
Lees ook: Hoe oud zijn onze dijken?
関連記事
"""

REPORT = """
Share prices fell on Monday.
Share prices fall as dam cracks
Comments by the minister caused an uproar.
Read the letter first, he said.
More than 50 people died.
Related companies lost money.
Contact with the boat was lost at 5:12.
Video shows the moment the dam broke.
Photo: he never saw it. She did, and wrote to the paper.
Advertisement spending rose by a tenth.
Home at last
Live from the valley: a report
Back in the valley
More rain expected
Next to the dam stands a school.
Anzeige erstattete am Montag ein Anwohner.
Kommentare des Ministers lösten Empörung aus.
Themen gab es genug.
BILD: Herr Minister, was planen Sie?
Liveticker: Sturm zieht über den Norden
Publicidad engañosa: multan a una empresa
Más lluvia en el valle
Vidéosurveillance : la ville recule
Plus de 50 morts
Reactie van de minister blijft uit
Di nuovo acqua alta
1. Mai bleibt frei
"""

NOTICES = """
Your email address will not be published. Required fields are marked *
We use cookies to give you the best experience.
© 2025 Valley Press. All rights reserved.
Reporting by Ann Lee in Brenn; Editing by T. R. Moss
(Reporting by Ann Lee and Bo Falk; Additional reporting by Cy Orr)
Wir verwenden Cookies, um unsere Seiten zu verbessern.
Ce site utilise des cookies.
Photo by Ann Lee
"""

NO_NOTICES = """
We use less water than before, the mayor said.
Reporting by the Valley Press showed that nobody had read the letter.
By clicking on a link, an employee let the attackers in.
By continuing to use force, the government lost its friends.
Powered by two engines, the boat made ten knots.
To view this as a victory would be wrong.
Mit der Nutzung dieser Technik will die Stadt sparen.
Queda prohibida la venta de alcohol.
En cliquant sur le lien, un employé a ouvert la porte.
The views expressed by the minister drew criticism.
JavaScript is a language in which the attack was written.
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("line", lines(FURNITURE))
def test_a_label_or_link_of_the_page_is_furniture(line: str) -> None:
    assert is_furniture_line(line)


@pytest.mark.parametrize("line", lines(REPORT))
def test_a_line_of_the_report_is_not(line: str) -> None:
    assert not is_furniture_line(line)
    assert not is_notice(line)


@pytest.mark.parametrize("paragraph", lines(NOTICES))
def test_a_notice_or_credit_is_furniture(paragraph: str) -> None:
    assert is_notice(paragraph)


@pytest.mark.parametrize("paragraph", lines(NO_NOTICES))
def test_a_sentence_that_begins_like_a_notice_is_not(paragraph: str) -> None:
    assert not is_notice(paragraph)


def kinds(text: str) -> list[tuple[str, str]]:
    article = read_text(text, id="x", lang="en")
    return [(b.kind.value, article.text[b.start : b.end]) for b in article.blocks]


BODY = "The dam held on Monday, the mayor said. Nobody was hurt.\n"


def test_a_word_at_the_end_of_a_wrapped_paragraph_is_no_label() -> None:
    text = (
        "The mayor said that in the end nearly all of them went\n"
        "home.\n"
        "The engineers, who had been at the wall all night, had\n"
        "more\n"
        "to say about the state of the dam and of the valley and\n"
        "nothing to say about money.\n"
    )
    assert {kind for kind, _ in kinds(text)} == {"paragraph"}


def test_short_lines_at_the_end_are_labels_but_a_last_sentence_is_not() -> None:
    found = kinds(BODY + "\nHe left.\n\nValley\n\nWater and power\n")
    assert found[-3:] == [
        ("paragraph", "He left."),
        ("furniture", "Valley"),
        ("furniture", "Water and power"),
    ]


def test_short_lines_that_something_introduces_are_content_even_at_the_end() -> None:
    found = kinds(BODY + "\nThe following villages were cleared on Monday:\n\nBrenn\n\nOstrup\n")
    assert [kind for kind, _ in found] == ["paragraph"] * 4


def test_a_list_at_the_end_is_content() -> None:
    found = kinds(BODY + "\nWhat is known:\n- the time\n- the place\n")
    assert [kind for kind, _ in found[-2:]] == ["paragraph", "paragraph"]


def test_scores_at_the_end_are_content() -> None:
    assert kinds(BODY + "\nBrenn 3, Ostrup 2\n")[-1][0] == "paragraph"


def test_headlines_under_a_heading_over_links_are_links() -> None:
    found = kinds(BODY + "\nRelated stories\n\nWho built the dam\n\nWhy it cracked\n")
    assert [kind for kind, _ in found[-3:]] == ["furniture"] * 3


def test_a_link_within_the_text_ends_where_the_text_goes_on() -> None:
    found = kinds(BODY + "\nRead also\n\nWho built the dam\n\n" + BODY)
    assert [kind for kind, _ in found[-3:]] == ["furniture", "furniture", "paragraph"]


def test_a_heading_at_the_start_of_the_text_is_not_a_label() -> None:
    assert kinds("Dam holds, for now\n\n" + BODY)[0] == ("title", "Dam holds, for now")


def test_a_text_without_a_single_full_stop_loses_nothing() -> None:
    found = kinds("the dam\n\nheld\n\nfor now\n")
    assert {kind for kind, _ in found} == {BlockKind.PARAGRAPH.value}


def test_the_signature_of_a_mail_is_furniture() -> None:
    found = kinds(BODY + "\n--\nAnn Lee\nValley Press, Brenn, second floor on the left\n")
    assert [kind for kind, _ in found[1:]] == ["furniture"] * 3
