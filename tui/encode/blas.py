"""One thread for matrix products: on a busy machine BLAS threads wait for one another.

Encoding 78 sentences took 4.1 s with OpenBLAS's default of a thread per core and 0.11 s with one
thread, on two cores that had other work; matrices of this size never gain from more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

__all__ = ["one_blas_thread"]

_lock = Lock()
_users = 0
_limiter: Any = None


@cache
def _controller() -> ThreadpoolController:
    import numpy as np  # noqa: F401  (its BLAS must be loaded before it can be found)
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """Limit BLAS to one thread within the block, and restore its setting after the last user.

    The limit is the process's, so uses that overlap in several threads are counted: restoring the
    setting of the first to leave would undo the limit for the others.
    """
    global _users, _limiter  # noqa: PLW0603  (the setting itself is global)
    with _lock:
        if _users == 0:
            _limiter = _controller().limit(limits=1, user_api="blas")
        _users += 1
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if _users == 0:
                _limiter.restore_original_limits()
                _limiter = None
