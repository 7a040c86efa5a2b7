"""Keys from the system's keyring, where the extra ``diptych[keyring]`` is installed."""

from __future__ import annotations

__all__ = ["SERVICE", "stored_key"]

SERVICE = "diptych"
"""The service under which keys are stored: ``keyring set diptych DEEPL_API_KEY``."""


def stored_key(name: str) -> str | None:
    """The key stored under a name, or None where there is no keyring or no such key."""
    try:
        import keyring
    except ImportError:
        return None
    try:
        key: str | None = keyring.get_password(SERVICE, name)
    except Exception:  # noqa: BLE001 -- each system's keyring fails in its own way
        return None
    return key
