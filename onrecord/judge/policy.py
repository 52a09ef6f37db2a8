"""The written policy that says where a claim stands, by its name in the kit or by its file."""

from pathlib import Path

from onrecord.errors import KitError, QuestionError
from onrecord.judge.policy_files import Policy, PolicyFile, Rule, read_policy, read_policy_file
from onrecord.kit import Kit

__all__ = ["DEFAULT_POLICY", "Policy", "PolicyFile", "Rule", "load_policy", "policy_names"]

DEFAULT_POLICY = "official-first"
_FOLDER = "policies"
_SUFFIX = ".toml"


def load_policy(name: str, kit: Kit) -> Policy:
    """The policy called `name` ("official-first" or "official-first@1") in the kit, or the one in
    a `PolicyFile`.

    Raises `QuestionError` for a policy that is not there, `KitError` for one with faults (all of
    them are listed).
    """
    if isinstance(name, PolicyFile):
        policy = read_policy_file(Path(name))
        _refuse_pose(policy, Path(name), kit)
        return policy
    bare = name.split("@")[0]
    if not bare.replace("-", "").isalnum():
        raise QuestionError(
            f"policy {name!r}: expected a name such as {DEFAULT_POLICY!r}, or on the command line "
            f"a file that ends in {_SUFFIX}"
        )
    if bare not in policy_names(kit):
        raise QuestionError(
            f"policy {name!r} is not in the kit, which has {', '.join(policy_names(kit))}"
        )
    policy = kit.once(("policy", bare), lambda kit: _load_named(bare, kit))
    if "@" in name and name != policy.label:
        raise QuestionError(f"policy {name!r} is not in the kit; the kit has {policy.label!r}")
    return policy


def policy_names(kit: Kit) -> tuple[str, ...]:
    """The policies of the kit by name: the packaged ones and the user's own."""
    folders = [folder / _FOLDER for folder in (kit.folder, kit.over) if folder is not None]
    return tuple(sorted({p.stem for folder in folders for p in folder.glob(f"*{_SUFFIX}")}))


def _load_named(name: str, kit: Kit) -> Policy:
    path = kit.path(f"{_FOLDER}/{name}{_SUFFIX}")
    if path.is_relative_to(kit.folder):
        return read_policy(name, kit.toml(f"{_FOLDER}/{name}"), name)
    policy = read_policy_file(path)
    _refuse_pose(policy, path, kit)
    return policy


def _refuse_pose(policy: Policy, path: Path, kit: Kit) -> None:
    """Every page names its policy by name and version: no two may bear the same."""
    packaged = kit.folder / _FOLDER / f"{policy.name}{_SUFFIX}"
    if not packaged.is_file():
        return
    theirs = read_policy_file(packaged)
    if theirs.label == policy.label and theirs.rules != policy.rules:
        raise KitError(
            f"policy {path}: {policy.label} is a packaged policy, and its rules are others; "
            "give yours another name or version"
        )
