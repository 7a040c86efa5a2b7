"""What all tests share."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A busy machine is no failure: growth is what the tests bound, never seconds.
settings.register_profile(
    "diptych",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    derandomize="CI" in os.environ,  # a submission fails for what it changed; at home we explore
)
settings.load_profile("diptych")
