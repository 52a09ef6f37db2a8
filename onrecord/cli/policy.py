"""`onrecord policy`: the written rules for a status, and what another set of rules changes."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli import options
from onrecord.cli.opening import make_view, name_policy, open_kit, open_ledger
from onrecord.cli.screen import note, print_json
from onrecord.errors import KitError

if TYPE_CHECKING:
    from onrecord.judge import Policy, PolicyDiff, Standing

policy = typer.Typer(
    help="The written rules for a status: list them, read one, see what another would change.",
    no_args_is_help=False,
)
Named = Annotated[str, typer.Argument(metavar="POLICY", help="A name, or a .toml file.")]


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.add_typer(policy, name="policy")


@policy.command(name="list")
def list_policies(as_json: options.AsJson = False) -> int:
    """List the policies of the kit: the packaged ones, and your own in $ONRECORD_KIT/policies/.

    Example:

    - `onrecord policy list`
    """
    from onrecord.judge import load_policy, policy_names

    kit = open_kit()
    found = []
    for name in policy_names(kit):
        try:
            found.append(load_policy(name, kit))
        except KitError as error:
            note(f"onrecord: {error}")
    if as_json:
        print_json([_plain_policy(one) for one in found])
    else:
        from onrecord.cli.rules import print_policies

        print_policies(found)
    return 0


@policy.command()
def show(wanted: Named, as_json: options.AsJson = False) -> int:
    """Show the rules of a policy in the order in which they are tried: the first that fits decides.

    Also the way to try a policy file of your own: every fault in it is told.

    Examples:

    - `onrecord policy show strict`

    - `onrecord policy show cautious.toml`
    """
    from onrecord.judge import load_policy

    found = load_policy(name_policy(wanted), open_kit())
    if as_json:
        print_json(_plain_policy(found))
    else:
        from onrecord.cli.rules import print_policy

        print_policy(found)
    return 0


@policy.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="A policy: a name or a .toml file.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The policy to set beside it.")],
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every claim, not the most told of each move alone.")
    ] = False,
    as_json: options.AsJson = False,
) -> int:
    """Say which claims of the ledger stand elsewhere under policy B than under policy A, and why.

    Nothing is changed. Ends with status 1 where no claim flips.

    Examples:

    - `onrecord policy diff official-first strict`

    - `onrecord policy diff official-first cautious.toml --as-of 2026-02-04`
    """
    from onrecord.judge import compare_policies, load_policy

    opened = open_ledger(ledger)
    policies = [load_policy(name_policy(name), opened.kit) for name in (before, after)]
    ours, theirs = (opened.claims(**make_view(as_of, known_at, n)) for n in (before, after))
    found = compare_policies(ours, theirs, (policies[0].label, policies[1].label))
    if as_json:
        print_json(_plain_diff(found))
    elif found.flips:
        from onrecord.cli.rules import print_flips

        print_flips(found, opened.readings(), every=every)
    else:
        note(
            f"onrecord: none of the {found.claims:,} claims in {ledger} stands elsewhere "
            f"under {found.after} than under {found.before}"
        )
    return 0 if found.flips else 1


def _plain_policy(found: "Policy") -> dict[str, Any]:
    return {
        "policy": found.name,
        "version": found.version,
        "about": found.about,
        "rules": [
            {
                "name": rule.name,
                "status": rule.status,
                "needs": [sorted(group) for group in rule.needs],
                "unless": sorted(rule.unless),
            }
            for rule in found.rules
        ],
    }


def _plain_diff(found: "PolicyDiff") -> dict[str, Any]:
    return {
        "before": found.before,
        "after": found.after,
        "claims": found.claims,
        "flips": [
            {
                "id": flip.id,
                "text": flip.text,
                "articles": flip.articles,
                "before": _plain_standing(flip.before),
                "after": _plain_standing(flip.after),
                "legs": [
                    {"text": leg.text, "before": leg.before, "after": leg.after}
                    for leg in flip.legs
                ],
            }
            for flip in found.flips
        ],
    }


def _plain_standing(found: "Standing") -> dict[str, Any]:
    return {"status": found.status, "rule": found.rule, "because": list(found.because)}
