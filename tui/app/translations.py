"""Which translations are wanted, had and shown: the reader's language, mode and origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from tui.app.consent import agreed_provider, sent_line
from tui.app.layout.typeset import TranslationMode
from tui.errors import DiptychError
from tui.model import SIDES, Translation, Which

if TYPE_CHECKING:
    from threading import Event

    from tui.app.screens.reader import ReaderScreen
    from tui.app.work import Translated
    from tui.translate.provider import Provider

__all__ = ["Translations", "origin_words"]

REST = 10.0
"""How many times longer than showing translations took it is left alone, for keys go first: laying
out a long report anew takes some tenths of a second."""

TRANSLATING = "translating"


def origin_words(translations: Mapping[int, Translation], lacking: int) -> str:
    """Where a report's translations come from, for its heading."""
    origins = Counter(t.origin for t in translations.values())
    named = ", ".join(origin for origin, _ in origins.most_common(2))
    return f"{named} ({lacking} missing)" if lacking else named


class Translations:
    """Keeps what has been translated, and asks for what is missing.

    Args:
        reader: The screen that shows them.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        self.target = reader.desk.target
        self.provider: Provider | None = None
        self._had: dict[int, Translated] = {}
        self._asked: set[int] = set()
        self._stops: dict[int, Event] = {}
        self._rests_until = 0.0
        self._is_settled = False
        self._trouble = ""

    def cycle(self) -> None:
        """The next mode, on every side that is in another language."""
        reader = self._reader
        foreign = self.foreign
        if not foreign:
            reader.tell("both reports are in your language")
            return
        reading = reader.reading
        mode = reading.translation[foreign[0]].next
        for which in foreign:
            reading = reading.with_translation(which, mode)
        reader.go(reading)
        self.want()
        words = {
            TranslationMode.OFF: "translations are off",
            TranslationMode.BELOW: "translations stand below each sentence",
            TranslationMode.INSTEAD: "translations stand instead of the text",
        }
        reader.tell(words[mode])
        if mode is not TranslationMode.OFF:
            self._tell_of_none()

    def lacking(self) -> int:
        """How many sentences of the reports shown have no translation."""
        return sum(map(self._lacking, self.foreign))

    def _lacking(self, which: Which) -> int:
        from tui.translate.article import untranslated

        return len(untranslated(self._reader.reading.article(which), self._shown(which)))

    def want(self) -> None:
        """Ask for the translations of what is shown, where there are none yet."""
        self._settle()
        for which in self.foreign:
            report = self._reader.pairing.report(which)
            if report in self._asked:
                continue
            # Memories give all they have at once, so only a provider adds to what is shown.
            if self._shown(which) and not (self.provider and self._lacking(which)):
                continue
            self._asked.add(report)
            self._ask(report, self._shown(which))
            if self.provider is not None:
                self._reader.tell(f"{sent_line(self.provider)}; {self._key} ends it")
        self.show()
        if self._trouble:
            self._reader.tell(self._trouble)

    def correct(self, which: Which, index: int, words: str) -> None:
        """Keep the reader's own translation of a sentence and show it; empty words take it back.

        Raises:
            StoreError: It cannot be saved.
        """
        from tui.store.state import state_store

        reader = self._reader
        report = reader.pairing.report(which)
        article = reader.desk.articles[report]
        text = article.sentences[index].flat
        state_store().set_correction(text, words, article.lang, self.target)
        same = [s.index for s in article.content if s.flat == text]
        known = {n: told for n, told in self._shown(which).items() if n not in same}
        if words.strip():
            known |= dict.fromkeys(same, Translation(self.target, words.strip(), "you"))
        # What is under way would bring back what stood there before.
        self._ask(report, known)
        self.show()

    def _ask(self, report: int, known: Mapping[int, Translation]) -> None:
        from tui.app.work import Translated, TranslationJob, translating
        from tui.translate.article import untranslated

        reader = self._reader
        article = reader.desk.articles[report]
        if report in self._stops:
            self._stops[report].set()
        lacking = untranslated(article, known)
        self._had[report] = Translated(report, self.target, known, lacking, done=False)
        job = TranslationJob(
            report,
            article,
            self.target,
            reader.desk.memories,
            self.provider,
            known,
            partial(self._in_sight, report),
        )
        self._stops[report] = job.stop
        reader.run_worker(
            translating(reader, job), thread=True, exclusive=True, group=f"translate-{report}"
        )

    def _in_sight(self, report: int) -> Sequence[int]:
        """The sentences of a report on screen; a layout never changes, so any thread may ask."""
        for which in SIDES:
            if self._reader.pairing.report(which) == report:
                window = self._reader.window
                column, top = window.sheet.column(which), window.tops.of(which)
                found = (column.sentence_at(y) for y in range(top, top + window.height))
                return [index for index in dict.fromkeys(found) if index is not None]
        return ()

    def stop(self) -> None:
        """End all translating; what is under way with a provider is not waited for."""
        for stop in self._stops.values():
            stop.set()

    def keep(self, event: Translated) -> None:
        """Take in what has been translated, and show it unless that was just done at some cost."""
        self._had[event.report] = event
        begin = monotonic()
        if not event.done and begin < self._rests_until:
            return
        self.show()
        end = monotonic()
        self._rests_until = end + REST * (end - begin)
        if not event.done:
            return
        if self.provider is not None and not event.lacking:
            self._reader.pairing.compare_again()
        if event.reasons:
            label = self._reader.desk.articles[event.report].name
            count = f"{len(event.lacking)} of {label} not translated: " if event.lacking else ""
            self._reader.tell(count + "; ".join(event.reasons))
        else:
            self._tell_of_none()

    def use(self, provider: Provider | None) -> None:
        """Let a provider translate what no memory covers, from now on; None ends that."""
        self.provider, self._is_settled, self._trouble = provider, True, ""
        self._asked.clear()
        if provider is None:
            self.stop()
            for report, had in self._had.items():
                self._had[report] = replace(had, reasons=(), failures={}, done=True)
            self._reader.tell("no provider is asked; what was translated stays")
        self.want()

    def _settle(self) -> None:
        """Turn on the provider that the reader turned on before, once."""
        if self._is_settled:
            return
        self._is_settled = True
        try:
            self.provider = agreed_provider(self._reader.desk.key)
        except DiptychError as error:
            self._trouble = str(error)

    def _had_of(self, which: Which) -> Translated | None:
        """What is had of the report on one side."""
        return self._had.get(self._reader.pairing.report(which))

    def _waiting(self, which: Which) -> Mapping[int, str]:
        """What to say in the place of each translation that a provider has not given, or not yet.

        Nothing where no provider is asked; then the heading says what can be done.
        """
        had = self._had_of(which)
        if self.provider is None or had is None:
            return {}
        under_way = {} if had.done else dict.fromkeys(had.lacking, TRANSLATING)
        return under_way | {index: f"not translated: {why}" for index, why in had.failures.items()}

    def show(self) -> None:
        """Give the spread what is had of both sides, and say where it comes from."""
        reader = self._reader
        reading = reader.reading
        known = reading.comparison
        a, b = (
            had.translations if (had := self._had_of(which)) else known.translations(which)
            for which in SIDES
        )
        if known.translations_a != a or known.translations_b != b:
            comparison = replace(known, translations_a=a, translations_b=b)
            reading = replace(reading.with_comparison(comparison), difference=reading.difference)
        reader.window.waiting = {which: self._waiting(which) for which in SIDES}
        reader.spread.notes = {"a": self._note("a", a), "b": self._note("b", b)}
        reader.show(reading)

    def _tell_of_none(self) -> None:
        """Say what can be done where a report has no translation at all."""
        if self._trouble:
            self._reader.tell(self._trouble)
            return
        for which in SIDES:
            if self._note(which, self._shown(which)) == self._none_here:
                memory = f"no translation memory covers {which.upper()}"
                self._reader.tell(f"{memory}; {self._key} chooses a provider")

    def _shown(self, which: Which) -> Mapping[int, Translation]:
        return self._reader.reading.comparison.translations(which)

    def translation(self, which: Which, index: int) -> Translation | None:
        """The translation shown of a sentence."""
        return self._shown(which).get(index)

    @property
    def foreign(self) -> list[Which]:
        """The sides in another language than the reader's."""
        return [which for which in SIDES if self.is_foreign(which)]

    def is_foreign(self, which: Which) -> bool:
        """Whether a side is in a language other than the reader's."""
        lang = self._reader.reading.article(which).lang
        return lang not in (self.target, "und")

    def _note(self, which: Which, shown: Mapping[int, Translation]) -> str:
        """What a report's heading says of the translations shown of it."""
        mode = self._reader.reading.translation[which]
        if not self.is_foreign(which) or mode is TranslationMode.OFF:
            return ""
        had = self._had_of(which)
        if shown:
            origins = origin_words(shown, len(had.lacking) if had else 0)
            return f"{self.target}{self._link()}: {origins}"
        if had is None or not had.done:
            host = f": {self.provider.host}" if self.provider else ""
            return f"{TRANSLATING}{self._link()}{host}"
        return f"not translated: {had.reasons[0]}" if had.reasons else self._none_here

    @property
    def _none_here(self) -> str:
        return f"no translation · {self._key} provider"

    @property
    def _key(self) -> str:
        """The key that chooses a provider."""
        return self._reader.key("choose_provider")

    def _link(self) -> str:
        """What to say of the provider that is on, where others can read what is sent to it."""
        if self.provider is None or self.provider.encrypted:
            return ""
        return ", NOT encrypted"
