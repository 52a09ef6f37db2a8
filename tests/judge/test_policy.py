"""Policies as data."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import KitError, QuestionError
from onrecord.judge.facts import FACTS
from onrecord.judge.policy import PolicyFile, load_policy, policy_names
from onrecord.kit import load_kit
from onrecord.model import Status
from tests.making import KIT

LAX = """policy = "lax"
version = 3
[[rule]]
name = "anything"
status = "reported"
needs = []
"""


def test_the_packaged_policy_ends_with_a_rule_that_always_fits() -> None:
    policy = load_policy("official-first", KIT)
    assert policy.label == "official-first@1"
    assert policy.rules[-1].fits(frozenset())


def test_the_first_rule_that_fits_decides() -> None:
    policy = load_policy("official-first", KIT)
    facts = frozenset({"principal_denies", "outlet_asserts"})
    assert next(r for r in policy.rules if r.fits(facts)).status is Status.DENIED


def test_a_user_s_policy_is_read_from_their_folder(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "lax.toml").write_text(LAX, encoding="utf-8")
    assert load_policy("lax", load_kit(tmp_path)).label == "lax@3"


def test_all_faults_of_a_policy_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    bad = LAX.replace('"reported"', '"true"').replace("needs = []", 'needs = [["a_hunch"]]')
    (tmp_path / "policies" / "lax.toml").write_text(bad, encoding="utf-8")
    with pytest.raises(KitError) as caught:
        load_policy("lax", load_kit(tmp_path))
    assert all(part in str(caught.value) for part in ("a_hunch", "'true'", "last rule"))


@pytest.mark.parametrize("wanted", ["nonesuch", "../secrets", "official-first@9"])
def test_a_policy_that_is_not_there_is_said_in_one_line(wanted: str) -> None:
    with pytest.raises(QuestionError, match="policy"):
        load_policy(wanted, KIT)


@pytest.mark.parametrize("name", ["official-first", "strict", "wire"])
def test_every_packaged_policy_loads_and_says_what_it_is_about(name: str) -> None:
    policy = load_policy(name, KIT)
    assert policy.about
    assert name in policy_names(KIT)


def test_a_policy_is_read_from_the_file_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "lax.toml").write_text(LAX, encoding="utf-8")
    assert load_policy(PolicyFile(tmp_path / "lax.toml"), KIT).label == "lax@3"


def test_a_plain_string_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "lax.toml").write_text(LAX, encoding="utf-8")
    with pytest.raises(QuestionError, match="expected a name"):
        load_policy(str(tmp_path / "lax.toml"), KIT)


def test_a_policy_that_poses_as_a_packaged_one_is_refused(tmp_path: Path) -> None:
    posing = LAX.replace('"lax"', '"strict"').replace("version = 3", "version = 1")
    (tmp_path / "strict.toml").write_text(posing, encoding="utf-8")
    with pytest.raises(KitError, match="another name or version"):
        load_policy(PolicyFile(tmp_path / "strict.toml"), KIT)
    later = posing.replace("version = 1", "version = 2")
    (tmp_path / "strict.toml").write_text(later, encoding="utf-8")
    assert load_policy(PolicyFile(tmp_path / "strict.toml"), KIT).label == "strict@2"


def test_a_policy_of_the_user_s_folder_is_listed_beside_the_packaged_ones(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "lax.toml").write_text(LAX, encoding="utf-8")
    assert policy_names(load_kit(tmp_path)) == ("lax", "official-first", "strict", "wire")


# What a fact cannot hold without: one of these.
IMPLIES = {
    "two_roots_affirm": ("first_hand_affirms",),
    "first_hand_affirms": ("principal_affirms", "authority_affirms"),
    "two_roots_assert": ("outlet_asserts",),
    "outlet_states": ("outlet_asserts",),
}
STRENGTH = [Status.RUMOURED, Status.REPORTED, Status.CONFIRMED]


@given(st.frozensets(st.sampled_from(sorted(FACTS))))
def test_strict_never_says_more_than_the_default_and_differs_nowhere_else(
    drawn: frozenset[str],
) -> None:
    facts = set(drawn)
    for fact, needed in IMPLIES.items():
        if fact in facts and not facts & set(needed):
            facts.add(needed[0])
    found = {
        name: next(r.status for r in load_policy(name, KIT).rules if r.fits(frozenset(facts)))
        for name in ("official-first", "strict")
    }
    lax, strict = found["official-first"], found["strict"]
    if lax in STRENGTH and strict in STRENGTH:
        assert STRENGTH.index(strict) <= STRENGTH.index(lax)
    elif lax is not Status.CONFIRMED:  # what is unconfirmed may also have been withdrawn
        assert strict is lax
