"""How much of what was found in sentences is kept for whoever asks again."""

from __future__ import annotations

__all__ = ["AT_HAND"]

AT_HAND = 4096
"""Sentences, or pairs of them: two long reports, or the stories of a day. Some 3 KB each for their
words, less for what is found in them; beyond, those not asked for longest are read anew."""
