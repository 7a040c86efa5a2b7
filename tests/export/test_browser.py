"""The web page in a real Chromium: it renders, loads nothing, runs nothing of an article's."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.export.hostile import hostile_comparison
from tests.factories import make_comparison
from tui.export import produce, render
from tui.model import Comparison

playwright = pytest.importorskip("playwright.sync_api", exc_type=ImportError)

pytestmark = pytest.mark.browser

# Without these the browser itself calls home, which would drown a request of the page's.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

CONTRAST = """() => {
  const channel = (v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, alpha = 1] = rgb(getComputedStyle(e).backgroundColor);
      if (alpha) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const element of document.querySelectorAll("body *:not(script):not(style)")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !element.getClientRects().length) continue;
    const [x, y] = [rgb(getComputedStyle(element).color), behind(element)].map(luminance);
    const ratio = (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
    if (ratio < 4.5) low.push(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
  }
  return low;
}"""
"""The elements whose text is below 4.5 : 1, the ratio of WCAG 2.2 AA (1.4.3)."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "install Chromium to run the browser tests"
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


class Opened:
    """A page of the browser, what it asked for and what it complained of."""

    def __init__(self, browser: Any, path: Path, comparison: Comparison, **context: Any) -> None:
        path.write_text(render(comparison, "html"), encoding="utf-8")
        self.address = path.as_uri()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = browser.new_context(**context).new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(self.address)


def test_the_page_asks_for_nothing_and_complains_of_nothing(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "page.html", make_comparison())
    assert opened.requests == [opened.address]
    assert opened.complaints == []


def test_hostile_text_does_nothing(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "page.html", hostile_comparison())
    opened.page.locator(".s").first.hover()
    opened.page.keyboard.press("Tab")
    assert opened.requests == [opened.address]
    assert opened.complaints == []
    assert opened.page.title() != "owned"
    foreign = "img, iframe, link, object, svg:not(.map svg, .tie svg), [onload], [onerror]"
    assert opened.page.locator(foreign).count() == 0


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_reaches_beyond_the_page_at_any_width(
    browser: Any, tmp_path: Path, width: int
) -> None:
    for comparison in (make_comparison(), hostile_comparison()):
        size = {"width": width, "height": 800}
        page = Opened(browser, tmp_path / "page.html", comparison, viewport=size).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_matches_stand_level_with_each_other(browser: Any, tmp_path: Path) -> None:
    page = Opened(browser, tmp_path / "page.html", make_comparison()).page
    left, right = (page.locator(name).bounding_box() for name in ("#a5", "#b1"))
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_of_wcag_aa(browser: Any, tmp_path: Path, scheme: str) -> None:
    page = Opened(browser, tmp_path / "page.html", make_comparison(), color_scheme=scheme).page
    assert page.evaluate(CONTRAST) == []
    page.emulate_media(media="print", color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("media", ["light", "dark", "phone", "hostile"])
def test_axe_finds_no_fault(browser: Any, tmp_path: Path, media: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    of_media: dict[str, dict[str, Any]] = {
        "dark": {"color_scheme": "dark"},
        "phone": {"viewport": {"width": 390, "height": 844}},
    }
    options = of_media.get(media, {})
    comparison = hostile_comparison() if media == "hostile" else make_comparison()
    opened = Opened(browser, tmp_path / "page.html", comparison, bypass_csp=True, **options)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(opened.page, options=rules)
    told = [
        (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
        for fault in found.response["violations"]
    ]
    assert told == []


def test_a_ribbon_of_the_map_leads_from_a_sentence_to_its_match(
    browser: Any, tmp_path: Path
) -> None:
    page = Opened(browser, tmp_path / "page.html", make_comparison()).page
    a, b = (page.locator(f".map a[href='#{name}'] rect").bounding_box() for name in ("a5", "b1"))
    ribbon = page.locator(".map path[data-a='5'][data-b='1']").bounding_box()
    assert ribbon["y"] >= a["y"]
    assert ribbon["y"] + ribbon["height"] <= b["y"] + b["height"]
    assert ribbon["x"] <= min(a["x"], b["x"]) + 1
    assert "conflicts" in page.locator(".map path[data-a='5']").get_attribute("class")


def test_passages_that_differ_or_stand_alone_can_be_shown_alone(
    browser: Any, tmp_path: Path
) -> None:
    opened = Opened(browser, tmp_path / "page.html", make_comparison(), java_script_enabled=False)
    page = opened.page

    def visible() -> list[str]:
        return [name for name in ("#a0", "#a5", "#a6", "#b5") if page.locator(name).is_visible()]

    assert visible() == ["#a0", "#a5", "#a6", "#b5"]
    page.locator("#passages-differing").check()
    assert visible() == ["#a5", "#b5"]
    page.locator("#passages-lone").check()
    assert visible() == ["#a6", "#b5"]


def test_the_changed_words_of_a_quotation_are_seen(browser: Any, tmp_path: Path) -> None:
    from tests.export.test_changed import COMPARISON

    page = Opened(browser, tmp_path / "page.html", COMPARISON).page
    weight = "getComputedStyle(document.querySelector('#a0 .changed')).fontWeight"
    assert page.evaluate(weight) == "700"


def test_marks_are_reached_and_explained_by_keyboard(browser: Any, tmp_path: Path) -> None:
    page = Opened(browser, tmp_path / "page.html", make_comparison()).page
    page.locator("#a5 a.m").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    shown = page.evaluate("getComputedStyle(document.activeElement, '::after').content")
    assert "attr(title)" in shown or "B has" in shown
    assert page.evaluate("document.querySelectorAll('#b1 .lit').length") == 1
    page.keyboard.press("Enter")
    assert page.url.endswith("#d5")


def test_n_and_p_walk_the_differences(browser: Any, tmp_path: Path) -> None:
    page = Opened(browser, tmp_path / "page.html", make_comparison()).page
    visited = []
    for key in "nnp":
        page.keyboard.press(key)
        visited.append(page.url.partition("#")[2])
    assert visited == ["d1", "d2", "d1"]
    # WCAG 2.1.4: a key of one letter can be switched off.
    page.get_by_label("keys n and p").uncheck()
    page.keyboard.press("n")
    assert page.url.endswith("#d1")


def test_a_relation_and_the_translations_can_be_hidden(browser: Any, tmp_path: Path) -> None:
    page = Opened(browser, tmp_path / "page.html", make_comparison()).page
    note, translation = page.locator("#d5"), page.locator("#b1 .t")
    assert note.is_visible()
    assert translation.is_visible()
    page.locator("#show-conflicts").uncheck()
    page.locator("#show-t").uncheck()
    assert not note.is_visible()
    assert not translation.is_visible()
    assert page.locator("#a5").inner_text().endswith("a crack of 3 metres in the hull.")


def test_the_page_reads_without_its_script(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "page.html", make_comparison(), java_script_enabled=False)
    assert opened.page.locator("#d5").is_visible()
    assert opened.page.locator("#b1 .t").is_visible()
    assert not opened.page.get_by_label("keys n and p").is_visible()


def test_the_page_prints_with_no_pair_torn(browser: Any, tmp_path: Path) -> None:
    page = Opened(browser, tmp_path / "page.html", make_comparison()).page
    page.emulate_media(media="print")
    rules = page.evaluate(
        "[...document.querySelectorAll('.row')].map(r => getComputedStyle(r).breakInside)"
    )
    assert set(rules) == {"avoid"}
    assert page.pdf(format="A4").startswith(b"%PDF-")


def test_a_pdf_is_printed_by_the_browser_that_is_installed() -> None:
    from pypdf import PdfReader

    printed = PdfReader(io.BytesIO(produce(make_comparison(), "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in printed.pages).split())
    assert "Divers found a crack of" in text
    assert "Taucher entdeckten" in text
    assert "/StructTreeRoot" in printed.root_object
