"""Whose certificates are trusted: the one rule for pages and for translation services."""

from __future__ import annotations

import ssl
from functools import cache

__all__ = ["tls_context"]


@cache
def tls_context() -> ssl.SSLContext:
    """A client's settings: the system's certificates and certifi's, names checked.

    A system may have none that Python finds, and a company's own are only the system's.
    """
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
