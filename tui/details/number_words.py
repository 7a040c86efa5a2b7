"""The arithmetic of number words: "two hundred and five", "achtzehnhundert", "vingt-deux"."""

from __future__ import annotations

from decimal import Decimal

from tui.details.lexicon import Lexicon

__all__ = ["WordReader"]


class WordReader:
    """Adds up number words as they come; refuses the first that does not continue the number."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.last_scale = 10**30
        self.started = False
        self.ordinal = False
        self.scaled = False
        self.closed = False
        self.year = False
        self.unit = ""

    @property
    def value(self) -> Decimal:
        """The number as far as it has been read."""
        return self.total + (self.current or 0)

    def take(self, word: str) -> bool:
        """Continue the number by a word; ``False`` if the word does not."""
        lexicon = self.lexicon
        if self.current is not None and lexicon.products.get(word) == self.current % 100:
            self.current += self.current % 100 * (Decimal(lexicon.words[word]) - 1)
            return True
        if word in lexicon.words:
            return self._add(Decimal(str(lexicon.words[word])))
        if word in lexicon.scales:
            return self._multiply(lexicon.scales[word], word)
        if word in lexicon.ordinals and self._add(Decimal(lexicon.ordinals[word])):
            self.ordinal = self.closed = True
            return True
        return self._take_compound(word)

    def _take_compound(self, word: str) -> bool:
        pattern = self.lexicon.compound
        if pattern is None or len(word) > 60:
            return False
        found = pattern.fullmatch(word)
        if found is None:
            return False
        if self.started and (self.current is not None or found["ordinal"]):
            return False
        self.current, self.started = _compound_value(found["number"], self.lexicon), True
        if found["ordinal"]:
            self.ordinal = self.closed = True
        elif found["unit"]:
            self.unit, self.closed = self.lexicon.compound_units[found["unit"]], True
        return True

    def _add(self, value: Decimal) -> bool:
        if not self.started or self.current is None:
            if self.started and value >= self.last_scale:
                return False
            self.current, self.started = value, True
            return True
        rest = self.current % 100
        if self.lexicon.ones_first and 0 < rest < 10 <= value < 100:  # "three and twenty"
            self.current += value
            return True
        if value < 10:
            fits = value > 0 and (rest == 0 or (rest >= self._ten() and rest % 10 == 0))
            fits = fits or (rest % 80 in {10, 70} and value >= 7 and bool(self.lexicon.teens_after))
        elif value < 20:
            fits = rest == 0 or int(rest) in self.lexicon.teens_after
        elif value < 100:
            fits = rest == 0
            if 13 <= self.current <= 20 and not self.total and value % 10 == 0:  # "nineteen eighty"
                self.current, self.year = self.current * 100 + value, True
                return True
        else:
            fits = self.current % 1000 == 0
        if not fits or self.current == 0:
            return False
        self.current += value
        return True

    def _ten(self) -> int:
        """The least ten that ones may follow: 10 itself where eleven has no word ("on bir")."""
        return 20 if 11 in self.lexicon.words.values() else 10

    def _multiply(self, scale: int, word: str) -> bool:
        if not self.started and word not in self.lexicon.bare_scales:
            return False
        if scale == 100 and not self.lexicon.stacking:
            if self.current is not None and self.current >= 100:
                return False
            self.current = (self.current or Decimal(1)) * 100
        else:
            if scale >= self.last_scale and not self.lexicon.stacking:
                return False
            if scale >= self.last_scale:  # 三千五百万: all before counts ten-thousands
                self.total = self.value * scale
            else:
                self.total += (Decimal(1) if self.current is None else self.current) * scale
            self.current, self.last_scale = None, scale
            self.scaled = True
        self.started = True
        return True


def _compound_value(word: str, lexicon: Lexicon) -> Decimal:
    """The value of a number written as one word, units before tens where a joiner says so."""
    parts = lexicon.compound_parts
    longest = sorted(parts, key=len, reverse=True)
    total = current = Decimal(0)
    while word:
        joined = next((j for j in lexicon.joiners if word.startswith(j)), "")
        part = next((p for p in longest if word.startswith(p)), "")
        if joined and not part:
            word = word.removeprefix(joined)
            continue
        value, word = Decimal(str(parts[part])), word[len(part) :]
        if value == 1000:
            total, current = total + (current or 1) * 1000, Decimal(0)
        elif value == 100:
            current = (current or Decimal(1)) * 100
        else:
            current += value
    return total + current
