"""`onrecord judge`, `seal` and `diff`: what a person corrects, removes, compares."""

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.opening import open_ledger, read_clock
from onrecord.cli.screen import note, print_json, say

judge = typer.Typer(
    help="Correct the ledger, with your name and reason; nothing is overwritten.",
    no_args_is_help=False,
)


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.add_typer(judge, name="judge")
    app.command(name="seal")(seal)
    app.command(name="diff")(diff)


@judge.command()
def status(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id.")],
    value: Annotated[str, typer.Argument(metavar="STATUS", help="Where it stands, in your eyes.")],
    by: options.By,
    why: options.Why,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> int:
    """Sign a status for a claim; the policy's own stays in its history.

    Example:

    - `onrecord judge status 3f2a91c0 refuted --by "Ana Ruiz" --why "saw the filing"`
    """
    from onrecord.ledger.judging import judge_status

    opened = open_ledger(ledger)
    found = opened.claim(claim)
    if found is None:
        return _absent("claim", claim, ledger)
    made = judge_status(
        found, value, by=by, why=why, at=read_clock(now), readings=opened.readings()
    )
    return _keep(opened, made, as_json)


@judge.command()
def source(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="The statement's id.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who said it.")],
    by: options.By,
    why: options.Why,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> int:
    """Say who is behind a statement.

    Example:

    - `onrecord judge source 91c03f2a "Mara Quill" --by Ana --why "She is the only spokeswoman"`
    """
    from onrecord.ledger.judging import judge_source

    opened = open_ledger(ledger)
    made = judge_source(opened.readings(), statement, name, by=by, why=why, at=read_clock(now))
    if made is None:
        return _absent("statement", statement, ledger)
    return _keep(opened, made, as_json)


@judge.command()
def name(
    spelling: Annotated[str, typer.Argument(metavar="SPELLING", help="As it stands in the text.")],
    value: Annotated[str, typer.Argument(metavar="NAME", help="What it stands for.")],
    by: options.By,
    why: options.Why,
    document: Annotated[
        str | None, typer.Option("--document", metavar="DOC", help="Only in this document.")
    ] = None,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> int:
    """Say what a spelling stands for; the text itself is never changed.

    Example:

    - `onrecord judge name Brannok "Brannock Ferries" --by Ana --why "a misprint"`
    """
    from onrecord.ledger.judging import judge_name

    opened = open_ledger(ledger)
    made = judge_name(
        opened.readings(), spelling, value, document, by=by, why=why, at=read_clock(now)
    )
    if made is None:
        return _absent("name", spelling, ledger)
    return _keep(opened, made, as_json)


@judge.command()
def merge(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of one claim.")],
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of the other.")],
    by: options.By,
    why: options.Why,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> int:
    """Say that two claims are one; both ids lead to it from then on.

    Example:

    - `onrecord judge merge 3f2a91c0 77ab02d1 --by Ana --why "the same works, called by its street"`
    """
    from onrecord.ledger.judging import judge_merge

    opened = open_ledger(ledger)
    found = [opened.claim(wanted) for wanted in (claim, other)]
    for wanted, one in zip((claim, other), found, strict=True):
        if one is None:
            return _absent("claim", wanted, ledger)
    left, right = (one for one in found if one is not None)
    made = judge_merge(left, right, opened.readings(), by=by, why=why, at=read_clock(now))
    return _keep(opened, made, as_json)


@judge.command()
def split(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id.")],
    statements: Annotated[
        list[str], typer.Argument(metavar="STATEMENT", help="What does not belong to it, by id.")
    ],
    by: options.By,
    why: options.Why,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> int:
    """Take statements out of a claim that is not theirs; what is like them goes with them later.

    Example:

    - `onrecord judge split 3f2a91c0 91c03f2a --by Ana --why "this is about the other yard"`
    """
    from onrecord.ledger.judging import judge_split

    opened = open_ledger(ledger)
    found = opened.claim(claim)
    if found is None:
        return _absent("claim", claim, ledger)
    made = judge_split(found, statements, opened.readings(), by=by, why=why, at=read_clock(now))
    return max(_keep(opened, judgement, as_json) for judgement in made)


@judge.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The judgement's id.")],
    by: options.By,
    why: options.Why,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> int:
    """Take a judgement back; it stays in the record, and counts no more.

    Example:

    - `onrecord judge undo 5d01c2aa --by Ana --why "the filing was about another year"`
    """
    from onrecord.ledger.judging import judge_undo

    opened = open_ledger(ledger)
    made = judge_undo(opened.judgements(), judgement, by=by, why=why, at=read_clock(now))
    if made is None:
        return _absent("judgement", judgement, ledger)
    return _keep(opened, made, as_json)


def seal(
    document: Annotated[str, typer.Argument(metavar="DOC", help="Its id, address or path.")],
    by: options.By,
    why: options.Why,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> int:
    """Remove a document's bytes (court order, erasure, embargo, source protection).

    Its hash, the time, the name and the reason stay; the same text is not taken in again. Copies
    of the ledger file elsewhere are yours to remove.

    Example:

    - `onrecord seal clippings/leak.txt --by "Legal desk" --why "Court order 12/26"`
    """
    sealed = open_ledger(ledger).seal(document, by=by, why=why, at=read_clock(now))
    if sealed is None:
        return _absent("document", document, ledger)
    if as_json:
        told = {"document": sealed.document, "text_sha256": sealed.text_sha256}
        print_json({**told, "by": sealed.by, "at": sealed.at, "why": sealed.why})
    else:
        say(f"sealed {sealed.document}; kept: sha256 {sealed.text_sha256}, {sealed.at}")
    return 0


def diff(
    document: Annotated[str, typer.Argument(metavar="DOC", help="Its id, address or path.")],
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> int:
    """Show what changed between the versions of a page: its words, and what is said on it.

    Example:

    - `onrecord diff https://example.org/story`
    """
    from onrecord.ledger.versions import find_revisions

    opened = open_ledger(ledger)
    found = opened.find_document(document)
    if found is None:
        return _absent("document", document, ledger)
    revisions = find_revisions(opened.readings(), found)
    if as_json:
        print_json([revision.show() for revision in revisions])
    elif revisions:
        from onrecord.cli.revisions import print_revisions

        print_revisions(revisions)
    else:
        note(f"onrecord: {document} has one version in {ledger}")
    return 0 if revisions else 1


def _absent(what: str, wanted: str, ledger: object) -> int:
    note(f"onrecord: no {what} {wanted!r} in {ledger}")
    return 1


def _keep(opened: object, made: object, as_json: bool) -> int:
    from onrecord.ledger import Ledger
    from onrecord.ledger.contract import show_judgement
    from onrecord.model import Judgement

    assert isinstance(opened, Ledger)
    assert isinstance(made, Judgement)
    opened.judge(made)
    if as_json:
        print_json(show_judgement(made))
    else:
        say(f"kept as {made.id}: {made.kind} {made.subject} → {made.value}")
    return 0
