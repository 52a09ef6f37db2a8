"""The written policy that says where a claim stands: rules as data, read and checked once."""

from dataclasses import dataclass

from onrecord.errors import KitError, QuestionError
from onrecord.judge.facts import FACTS
from onrecord.kit import Kit
from onrecord.model import Status

DEFAULT_POLICY = "official-first"


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


def load_policy(name: str, kit: Kit) -> Policy:
    """The policy called `name` ("official-first" or "official-first@1") from the kit.

    Raises `QuestionError` for a policy that is not there, `KitError` for one with faults (all of
    them are listed).
    """
    bare = name.split("@")[0]
    if not bare.replace("-", "").isalnum():
        raise QuestionError(f"policy {name!r}: expected a name such as {DEFAULT_POLICY!r}")
    try:
        data = kit.toml(f"policies/{bare}")
    except KitError as error:
        if "no file" not in str(error):
            raise
        raise QuestionError(f"policy {name!r} is not in the kit; {DEFAULT_POLICY!r} is") from error
    policy = kit.once(("policy", bare), lambda _: _read_policy(bare, data))
    if "@" in name and name != policy.label:
        raise QuestionError(f"policy {name!r} is not in the kit; the kit has {policy.label!r}")
    return policy


def _read_policy(name: str, data: dict[str, object]) -> Policy:
    faults: list[str] = []
    rules: list[Rule] = []
    rows = data.get("rule")
    for number, row in enumerate(rows if isinstance(rows, list) else [], start=1):
        rules.append(_read_rule(row, f"rule {number}", faults))
    if not rules or rules[-1].needs:
        faults.append("the last rule must need nothing, so that every claim has a status")
    if not isinstance(data.get("version"), int):
        faults.append("expected `version`, a whole number")
    if faults:
        raise KitError(f"policy {name}: " + "; ".join(faults))
    version = data["version"]
    assert isinstance(version, int)
    return Policy(name, version, str(data.get("about", "")), tuple(rules))


def _read_rule(row: dict[str, object], where: str, faults: list[str]) -> Rule:
    status, needs = row.get("status"), row.get("needs", [])
    groups = needs if isinstance(needs, list) else []
    unless = row.get("unless", [])
    named = {fact for group in groups for fact in group} | set(
        unless if isinstance(unless, list) else []
    )
    faults.extend(
        f"{where}: no fact {fact!r}; there are {', '.join(sorted(FACTS))}"
        for fact in sorted(named - FACTS)
    )
    if status not in set(Status):
        faults.append(f"{where}: no status {status!r}")
        status = Status.RUMOURED
    return Rule(
        name=str(row.get("name", where)),
        status=Status(str(status)),
        needs=tuple(frozenset(group) for group in groups),
        unless=frozenset(unless if isinstance(unless, list) else ()),
    )
