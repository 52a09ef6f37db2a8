"""Policy files, and everything that can be wrong with one."""

import tomllib
from pathlib import Path

import pytest

from onrecord.errors import KitError, QuestionError
from onrecord.judge.policy_files import read_policy, read_policy_file
from onrecord.model import Status

GOOD = """policy = "house"
version = 2
about = "Denials first."

[[rule]]
name = "denied by a party"
status = "denied"
needs = [["principal_denies"]]
unless = ["principal_affirms"]

[[rule]]
name = "all others"
status = "rumoured"
"""
LAST = '\n[[rule]]\nname = "all others"\nstatus = "rumoured"\n'


def read(text: str) -> None:
    read_policy("house", tomllib.loads(text), "house.toml")


def test_a_good_policy_is_read_as_it_is_written() -> None:
    policy = read_policy("house", tomllib.loads(GOOD), "house.toml")
    assert (policy.label, policy.about) == ("house@2", "Denials first.")
    assert [rule.status for rule in policy.rules] == [Status.DENIED, Status.RUMOURED]
    assert policy.rules[0].fits(frozenset({"principal_denies"}))
    assert not policy.rules[0].fits(frozenset({"principal_denies", "principal_affirms"}))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('policy = "house"', 'policy = "other"'), "expected policy = 'house'"),
        (("version = 2", "version = true"), "expected version"),
        (("version = 2", ""), "expected version = a whole number from 1; found none"),
        (('about = "Denials first."', "about = 7"), "expected about"),
        (("version = 2", "version = 2\nrules = 1"), "no key 'rules' is known"),
        (("principal_denies", "principal_denys"), "did you mean 'principal_denies'?"),
        (('"denied"\n', '"open"\n'), "expected status = one of refuted"),
        (('"denied"\n', "[1]\n"), "expected status = one of refuted"),
        (('[["principal_denies"]]', '["principal_denies"]'), "a list of lists of facts"),
        (('[["principal_denies"]]', "[[]]"), "an empty group"),
        (('["principal_affirms"]', '["principal_denies"]'), "never fits"),
        (('["principal_affirms"]', '"principal_affirms"'), "expected a list of facts"),
        (('name = "denied by a party"\n', ""), "rule 1: expected name"),
        (("unless", "except"), "rule 1 ('denied by a party'): no key 'except' is known"),
        (('status = "rumoured"', 'status = "rumoured"\nunless = ["one_voice_only"]'), "last rule"),
        (("needs = ", "#"), "expected"),
    ],
)
def test_a_fault_is_told_with_its_place(change: tuple[str, str], told: str) -> None:
    text = GOOD.replace(*change)
    if change[0] == "needs = ":
        text = text.replace('unless = ["principal_affirms"]', "needs = 3")
    with pytest.raises(KitError) as caught:
        read(text)
    assert told in str(caught.value)


def test_all_faults_are_in_one_message_and_counted() -> None:
    bad = GOOD.replace("version = 2", "").replace("principal_affirms", "a_hunch")
    with pytest.raises(KitError) as caught:
        read(bad.replace('"denied"\n', '"true"\n'))
    message = str(caught.value)
    assert "house.toml has 3 faults" in message
    assert all(part in message for part in ("version", "a_hunch", "'true'"))
    assert "\n" not in message


def test_a_rule_that_is_never_reached_is_a_fault() -> None:
    with pytest.raises(KitError, match="rule 2 always fits"):
        read(GOOD + LAST)


@pytest.mark.parametrize("text", ['policy = "house"\nversion = 1\n', "rule = 4\n", "rule = [4]\n"])
def test_a_policy_without_rules_is_refused(text: str) -> None:
    with pytest.raises(KitError, match="rule"):
        read(text)


def test_a_file_that_is_not_there_not_text_or_not_toml_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="no such file"):
        read_policy_file(tmp_path / "none.toml")
    path = tmp_path / "house.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(KitError, match="not UTF-8"):
        read_policy_file(path)
    path.write_text("policy = ", encoding="utf-8")
    with pytest.raises(KitError, match="not valid TOML"):
        read_policy_file(path)
