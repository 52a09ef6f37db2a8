"""What every test may ask for: the shared data, a browser, and Hypothesis without clocks."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
REQUIRED = frozenset(filter(None, os.environ.get("ONRECORD_REQUIRE", "").split(",")))

# The machines that run this are shared: a deadline would measure the neighbours, and a fresh seed
# would make one run unlike the next.
settings.register_profile("onrecord", deadline=None, derandomize=True)
settings.load_profile("onrecord")


def find_chromium() -> str | None:
    """The path of a Chromium, if one is installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


PRESENT = {
    "shared": lambda: (SHARED / "seeds").is_dir(),
    "chromium": lambda: find_chromium() is not None,
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose `needs` is absent, or fail it where ONRECORD_REQUIRE names the need."""
    for marker in item.iter_markers("needs"):
        for what in marker.args:
            if PRESENT[what]():
                continue
            if what in REQUIRED:
                pytest.fail(f"{what} is required (ONRECORD_REQUIRE) and absent", pytrace=False)
            pytest.skip(f"{what} is absent")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data; mark the test `needs("shared")`."""
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """A Chromium to open pages with; mark the test `needs("chromium")`."""
    path = find_chromium()
    assert path is not None
    return path
