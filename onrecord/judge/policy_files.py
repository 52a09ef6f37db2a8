"""A policy file read and checked: every fault of it is told at once."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from onrecord.errors import KitError, QuestionError
from onrecord.judge.facts import FACTS
from onrecord.model import Status

# The statuses that a policy gives; those of promises and of split claims are worked out from it.
STATUSES = (
    Status.REFUTED,
    Status.DISPUTED,
    Status.CONFIRMED,
    Status.WITHDRAWN,
    Status.DENIED,
    Status.REPORTED,
    Status.RUMOURED,
)
_KEYS = frozenset({"policy", "version", "about", "rule"})
_RULE_KEYS = frozenset({"name", "status", "needs", "unless"})


class PolicyFile(str):
    """The path of a policy file, as the person at the machine named it.

    A door makes one of what its own user typed. A policy that comes as a plain string, as over the
    network, is only ever a name in the kit: it opens no file.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a status, the facts it needs (one of each group), those that rule it out."""

    name: str
    status: Status
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str]

    def fits(self, facts: frozenset[str]) -> bool:
        """Whether the rule decides where these facts hold."""
        return all(group & facts for group in self.needs) and not self.unless & facts

    @property
    def always_fits(self) -> bool:
        """Whether it decides whatever the facts are."""
        return not self.needs and not self.unless


@dataclass(frozen=True, slots=True)
class Policy:
    """A named, versioned list of rules; the first that fits decides."""

    name: str
    version: int
    about: str
    rules: tuple[Rule, ...]

    @property
    def label(self) -> str:
        """The policy as every page names it: "official-first@1"."""
        return f"{self.name}@{self.version}"


def read_policy_file(path: Path) -> Policy:
    """The policy in a file; `QuestionError` where there is no such file, `KitError` for faults."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise QuestionError(f"policy {path}: no such file") from None
    except UnicodeDecodeError as error:
        raise KitError(f"policy {path}: not UTF-8 text (byte {error.start})") from error
    except tomllib.TOMLDecodeError as error:
        raise KitError(f"policy {path}: not valid TOML: {error}") from error
    return read_policy(path.stem, data, str(path))


def read_policy(name: str, data: Mapping[str, Any], where: str) -> Policy:
    """The policy that a file called `name`.toml holds, or one `KitError` with all its faults."""
    faults = [f"no key {key!r} is known" for key in sorted(data.keys() - _KEYS)]
    if data.get("policy") != name:
        faults.append(f"expected policy = {name!r}, the name of the file; {_found(data, 'policy')}")
    version = data.get("version")
    if type(version) is not int or version < 1:
        faults.append(f"expected version = a whole number from 1; {_found(data, 'version')}")
    about = data.get("about", "")
    if not isinstance(about, str):
        faults.append(f"expected about = a sentence; {_found(data, 'about')}")
    rules = _read_rules(data.get("rule"), faults)
    if faults:
        told = "a fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise KitError(f"policy {where} has {told}: {'; '.join(faults)}")
    assert isinstance(version, int)
    return Policy(name, version, str(about), rules)


def _read_rules(rows: object, faults: list[str]) -> tuple[Rule, ...]:
    if not isinstance(rows, list) or not rows:
        faults.append("expected one [[rule]] or more, found none")
        return ()
    before = len(faults)
    rules = tuple(_read_rule(row, number, faults) for number, row in enumerate(rows, start=1))
    last = rows[-1]
    if isinstance(last, dict) and (last.get("needs") or last.get("unless")):
        faults.append(
            "the last rule must need nothing and rule out nothing, so that every claim has a status"
        )
    if len(faults) == before:
        reached = next(number for number, rule in enumerate(rules, start=1) if rule.always_fits)
        if reached < len(rules):
            faults.append(f"rule {reached} always fits, so no rule after it is ever reached")
    return rules


def _read_rule(row: object, number: int, faults: list[str]) -> Rule:
    if not isinstance(row, dict):
        faults.append(f"rule {number}: expected a table, as under [[rule]]")
        return Rule("", Status.RUMOURED, (), frozenset())
    name = row.get("name")
    where = f"rule {number} ({name!r})" if isinstance(name, str) and name else f"rule {number}"
    faults.extend(f"{where}: no key {key!r} is known" for key in sorted(row.keys() - _RULE_KEYS))
    if not isinstance(name, str) or not name.strip():
        faults.append(f"{where}: expected name = the reason in words; {_found(row, 'name')}")
    status = row.get("status")
    if status not in STATUSES:
        expected = ", ".join(STATUSES)
        faults.append(f"{where}: expected status = one of {expected}; {_found(row, 'status')}")
        status = Status.RUMOURED
    needs = _read_needs(row.get("needs", []), where, faults)
    unless = _read_facts(row.get("unless", []), f"{where}: unless", faults)
    faults.extend(
        f"{where}: never fits, because it needs {_any(group)} and rules it out"
        for group in needs
        if group and group <= unless
    )
    return Rule(str(name), Status(status), needs, unless)


def _read_needs(value: object, where: str, faults: list[str]) -> tuple[frozenset[str], ...]:
    if not isinstance(value, list) or not all(isinstance(group, list) for group in value):
        faults.append(f"{where}: expected needs = a list of lists of facts, found {value!r}")
        return ()
    if [] in value:
        faults.append(f"{where}: an empty group in needs can never hold")
    return tuple(_read_facts(group, f"{where}: needs", faults) for group in value)


def _read_facts(value: object, where: str, faults: list[str]) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(fact, str) for fact in value):
        faults.append(f"{where}: expected a list of facts, found {value!r}")
        return frozenset()
    for fact in sorted(set(value) - FACTS):
        near = get_close_matches(fact, sorted(FACTS), n=1)
        meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(sorted(FACTS))}"
        faults.append(f"{where}: no fact {fact!r}; {meant}")
    return frozenset(value)


def _found(data: Mapping[str, Any], key: str) -> str:
    return f"found {data[key]!r}" if key in data else "found none"


def _any(facts: Iterable[str]) -> str:
    return " or ".join(sorted(facts))
