"""How alike names sound and look."""

import pytest

from onrecord.resolve.sounds import Sounding, rank_candidates, sound_of, squeeze


def sounding(name: str) -> Sounding:
    """A known name of no trade."""
    return Sounding(name, squeeze(name), sound_of(squeeze(name)), None)


@pytest.mark.parametrize(("heard", "meant"), [("Fillips", "Philips"), ("Kwanta", "Quanta")])
def test_a_name_that_sounds_alike_comes_first(heard: str, meant: str) -> None:
    known = [sounding(name) for name in (meant, "Ferrolan", "Kortega", "Marabu")]
    assert rank_candidates(heard, known, {})[0].name == meant


def test_a_name_that_begins_otherwise_is_no_candidate() -> None:
    assert rank_candidates("Tarvan", [sounding("Marvan")], {}) == []


def test_no_candidate_is_certain() -> None:
    assert rank_candidates("Marvan", [sounding("Marvan")], {"": 0.5})[0].score < 1
