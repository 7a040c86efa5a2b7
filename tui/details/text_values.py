"""The normalised values of textual details: names, speeches, sources, certainty, polarity.

Like those of :mod:`tui.details.values` they are frozen and hashable, and equal for the same fact.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Certainty", "Concept", "Name", "Polarity", "Quotation", "Source"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person, an organisation or a place.

    Attributes:
        key: A code from a lexicon ("place:DE", "organisation:UN"), else the words of the full
            name without titles, accents and case.
        full: The full name as the article writes it, titles stripped.
        role: The role it is given, as a lexicon's concept ("minister"), or ``""``.
        evidence: How sure it is that this is a name, in [0, 1].
        adjective: Whether the text has an adjective or inhabitant ("French" for France).
        nominatives: What the full name may be if the text declines it ("Иванова": "Иванов").
    """

    key: str
    full: str = field(default="", compare=False)
    role: str = field(default="", compare=False)
    evidence: float = field(default=1.0, compare=False)
    adjective: bool = field(default=False, compare=False)
    nominatives: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given as somebody's own, and whose.

    Attributes:
        words: The words, without case and punctuation, one space apart.
        speaker: Who is said to have said it, as written, or ``""``.
        changed: Of two versions of a speech in one language, this side's words that the other
            side lacks.
    """

    words: str
    speaker: str = field(default="", compare=False)
    changed: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Who is given as the source of a statement.

    Attributes:
        names: Keys of the persons and organisations named.
        groups: Concepts of a lexicon ("police", "officials") that describe the source.
        offices: Concepts for what those named or described are ("mayor", "director").
        institution: Whether a name tells that an institution speaks ("the Institute of Sound").
        count: How many, where the text says so.
        anonymous: Whether it is said, or plain from the wording, that names are withheld.
        wording: The description as written, folded.
    """

    names: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    institution: bool = False
    count: int | None = None
    anonymous: bool = False
    wording: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Certainty:
    """How certain a statement is made.

    Attributes:
        level: "excluded", "unknown", "possible", "probable", "reported" or "certain".
    """

    level: str


@dataclass(frozen=True, slots=True)
class Polarity:
    """A negation, or one pole of a pair of opposites.

    Attributes:
        pair: Name of the pair of opposites ("rise-fall"), or ``""`` for a negation.
        positive: Which pole; of a negated pole the other one. A negation is never positive.
        implicit: The negation lies in a word's meaning ("failed", "unaware").
        turned: A negation of the clause has turned the pole around ("not alive").
        undone: It denies as "not" does, in other words ("refused to", "without").
    """

    pair: str
    positive: bool = False
    implicit: bool = field(default=False, compare=False)
    turned: bool = field(default=False, compare=False)
    undone: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Concept:
    """What a plain word stands for, where words of its sort exclude each other.

    Attributes:
        group: The sort ("vessel").
        concept: What of that sort ("ferry").
    """

    group: str
    concept: str
