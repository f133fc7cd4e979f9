"""Hypothesis profiles for the desk and for CI, and the folders the tests import from and read."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

# The desk finds new cases; CI repeats the same ones, so that a failure there is a failure here. Whoever has an
# hour looks further: HYPOTHESIS_PROFILE=thorough.
settings.register_profile("desk", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "thorough", max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "desk"))


@pytest.fixture(scope="session")
def acceptance_data() -> Path:
    """Folder of real material made by others; tests that need what it lacks are skipped with a reason."""
    default = Path(__file__).parent.parent.parent / "shared"
    folder = Path(os.environ.get("LAWTRACK_ACCEPTANCE_DATA", default))
    if not folder.is_dir():
        pytest.skip(f"no acceptance data: {folder} does not exist; set LAWTRACK_ACCEPTANCE_DATA")
    return folder
