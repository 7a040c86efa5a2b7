"""The normalised values of details: the same for the same fact in any wording or language.

All are frozen, hashable, and turn into JSON by ``dataclasses.asdict``.
"""
