"""E-mails: subject, sender, date and text; nothing else in them is opened."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.makers import BODY, mail_bytes, page
from tests.read.whole import require_whole
from tui.model import Article, BlockKind
from tui.read import ReadError, read_text

TEXT = f"Dear all,\n\n{BODY[0]}\n\n> {BODY[1]}\n\n{BODY[2]}\n\n-- \nAnn Lee\nDesk\n"


def read(data: bytes, *, raw: bool = False) -> Article:
    return read_text(data, id="mail", raw=raw)


def test_subject_sender_and_date_are_metadata_and_stand_above_the_text() -> None:
    article = read(mail_bytes(TEXT, subject="Grüße: the dam holds"))
    assert (article.title, article.author) == ("Grüße: the dam holds", "Ann Lee")
    assert article.published == "2026-03-10T08:30:00+01:00"
    kinds = {article.text[b.start : b.end]: b.kind for b in article.blocks}
    assert kinds["Subject: Grüße: the dam holds"] is BlockKind.BYLINE
    assert kinds[BODY[0]] is BlockKind.PARAGRAPH
    assert kinds[f"> {BODY[1]}"] is BlockKind.QUOTE
    assert kinds["Ann Lee"] is BlockKind.FURNITURE


def test_plain_text_goes_before_html() -> None:
    assert "Other" not in read(mail_bytes(TEXT, "<p>Other</p>")).text


def test_html_alone_is_read_as_a_page() -> None:
    article = read(mail_bytes(html=page()))
    assert BODY[0] in article.text
    assert "Home" not in article.text
    assert article.author == "Ann Lee"


def test_a_saved_web_archive_is_the_page_that_it_was() -> None:
    data = mail_bytes(html=page(), Snapshot_Content_Location="https://example.org/dam")
    article = read(data)
    assert article.title == "Dam holds after a night of rain"
    assert (article.author, article.url) == (None, "https://example.org/dam")


def test_raw_shows_all_of_the_message() -> None:
    assert "Message-ID: <1@example.org>" in read(mail_bytes(TEXT), raw=True).text


def test_an_attachment_alone_is_not_opened() -> None:
    data = mail_bytes(TEXT).replace(b"text/plain", b"application/x-secret")
    with pytest.raises(ReadError, match="an e-mail without text"):
        read(data)


def mixed(*parts: tuple[str, str], kind: str = "mixed", more: str = "") -> bytes:
    """A message of several parts, each its fields and its text."""
    inner = "".join(f"--b\n{fields}\n\n{text}\n" for fields, text in parts)
    head = f"From: Ann Lee <a@x.org>\nSubject: The dam\nMIME-Version: 1.0\n{more}Content-Type: "
    return f'{head}multipart/{kind}; boundary="b"\n\n{inner}--b--\n'.encode()


PLAIN, HTML = "Content-Type: text/plain", "Content-Type: text/html"


def test_texts_around_a_picture_are_all_read() -> None:
    picture = ("Content-Type: image/png\nContent-Disposition: inline", "x")
    text = read(mixed((PLAIN, BODY[0]), picture, (PLAIN, BODY[1]))).text
    assert text.endswith(f"{BODY[0]}\n\n{BODY[1]}")


def test_a_message_that_is_attached_is_not_taken_for_the_message() -> None:
    attached = ("Content-Type: message/rfc822", f"Subject: Old\n\n{BODY[1]}")
    text = read(mixed((HTML, page(f"<p>{BODY[0]}</p>")), attached)).text
    assert BODY[0] in text
    assert BODY[1] not in text


def test_a_plain_text_that_is_blank_is_no_alternative() -> None:
    assert BODY[0] in read(mixed((PLAIN, " "), (HTML, page()), kind="alternative")).text


def test_a_text_that_is_left_out_is_told_of() -> None:
    article = read(mixed((HTML, page()), (PLAIN, "To leave the list, write to us.")))
    assert "1 more text of the e-mail left out" in article.notes


def test_an_archive_of_a_page_has_only_an_address_of_the_web() -> None:
    where = "Snapshot-Content-Location: javascript:alert(1)\n"
    article = read(mixed((HTML, page()), kind="related", more=where))
    assert (article.title, article.url) == ("Dam holds after a night of rain", None)


def test_the_line_that_a_mailbox_puts_before_a_message_is_no_title() -> None:
    article = read(b"From ann@x.org Tue Mar 10 08:30:00 2026\n" + mail_bytes(TEXT, subject="Dam"))
    assert article.title == "Dam"


def test_a_text_that_begins_like_a_mail_is_still_a_text() -> None:
    article = read(f"From: Ann Lee\nSubject: The dam\n\n{BODY[0]} {BODY[1]}\n".encode())
    assert article.text.startswith("From: Ann Lee\n")


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["From", "Date", "Subject", "Content-Type", "Content-Transfer-Encoding"]
            ),
            st.text(st.characters(codec="latin-1", exclude_characters="\r\n"), max_size=40)
            | st.sampled_from(
                ["multipart/mixed; boundary=x", "text/plain; charset=utf-7", "base64", "=?x?b?y?="]
            ),
        ),
        max_size=6,
    ),
    st.binary(max_size=120),
)
def test_any_message_is_read_or_refused_in_a_line(
    fields: list[tuple[str, str]], body: bytes
) -> None:
    head = "".join(f"{name}: {value}\r\n" for name, value in [("From", "a"), ("Received", "b")])
    more = "".join(f"{name}: {value}\r\n" for name, value in fields)
    try:
        article = read((head + more).encode("latin-1") + b"\r\n" + body + b"\r\n--x\r\n\r\nHello.")
    except ReadError:
        return
    require_whole(article)
