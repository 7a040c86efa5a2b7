"""Documents made for the tests: small, whole, and in the format that they say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

__all__ = [
    "BODY",
    "assembled_pdf",
    "docx_bytes",
    "epub_bytes",
    "mail_bytes",
    "page",
    "pdf_bytes",
    "zip_bytes",
]

BODY = (
    "The dam above the town held on Tuesday, the engineers said after a night of heavy rain.",
    "Some 64 people had been brought to safety, and all of them were allowed to go home again.",
    "Further rain is expected before the end of the week, the weather office said in the evening.",
    "The mayor said that she would have the wall repaired by the end of the year, at any cost.",
)


def page(body: str = "", head: str = "", *, title: str = "Dam holds after a night of rain") -> str:
    """A web page with an article in it and the usual things around it."""
    paragraphs = body or "".join(f"<p>{text}</p>" for text in BODY)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title} | Courier</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article>"
        "<footer>Copyright 2026 The Courier</footer></body></html>"
    )


def pdf_bytes(pages: Sequence[Sequence[tuple[float, float, str]]]) -> bytes:
    """A PDF of lines, each with its height in points and its size; Latin-1 text only."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for lines in pages:
        content = b"".join(
            f"BT /F1 {size} Tf 72 {y} Td ".encode() + _literal(text) + b" Tj ET\n"
            for y, size, text in lines
        )
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R"
            "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
            "/Encoding/WinAnsiEncoding>>>>>>>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    return assembled_pdf(objects)


def _literal(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"(" + escaped.encode("cp1252") + b")"


def assembled_pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF of numbered objects, the first of which is its catalogue."""
    data = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(data)


def docx_bytes(
    paragraphs: Sequence[tuple[str, str]], *, author: str = "", title: str = ""
) -> bytes:
    """A DOCX of paragraphs, each a style's name and a text."""
    import docx

    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    document.core_properties.author = author
    document.core_properties.title = title
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zip_bytes(parts: Mapping[str, str | bytes], *, packed: bool = False) -> bytes:
    """A ZIP archive of named parts."""
    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def epub_bytes(
    chapters: Sequence[tuple[str, str]], extra: Mapping[str, str | bytes] | None = None
) -> bytes:
    """An EPUB book of chapters, each a heading and the HTML below it."""
    items = "".join(
        f'<item id="c{n}" href="chapter%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Dam</dc:title>'
        "<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ek</dc:creator>"
        f"<dc:date>2026-03-01</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": package,
    }
    for number, (heading, html) in enumerate(chapters):
        parts[f"OEBPS/chapter {number}.xhtml"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html'
            f' xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
            f"<h1>{heading}</h1>{html}</body></html>"
        )
    return zip_bytes({**parts, **(extra or {})}, packed=bool(extra))


def mail_bytes(
    text: str = "", html: str = "", subject: str = "The dam holds", **more: str
) -> bytes:
    """An e-mail as a mail program saves it."""
    message = EmailMessage()
    message["From"] = "Ann Lee <ann@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = subject
    message["Date"] = "Tue, 10 Mar 2026 08:30:00 +0100"
    message["Message-ID"] = "<1@example.org>"
    for name, value in more.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
        if html:
            message.add_alternative(html, subtype="html")
    else:
        message.set_content(html, subtype="html")
    return bytes(message)
