"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes depends on what else the machine does; benches measure speed.
settings.register_profile("diptych", deadline=None)
settings.load_profile("diptych")
