"""`onrecord check`: what the record says about a sentence."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.opening import make_view, open_kit, open_ledger, read_clock
from onrecord.cli.screen import note_faults, print_json
from onrecord.errors import InputError, QuestionError

if TYPE_CHECKING:
    from onrecord.ledger import Shelf
    from onrecord.model import Answer, Reading


def register(app: typer.Typer) -> None:
    """Put the command on the command line."""
    app.command(name="check")(check)


def check(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="The claim, in words.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help="Articles to look in.")
    ] = None,
    ledger: options.MaybeLedgerFile = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    policy: options.Policy = options.DEFAULT_POLICY,
    now: options.Now = None,
    reader: options.Reader = options.DEFAULT_READER,
    as_json: options.AsJson = False,
) -> int:
    """Ask what the record says about a claim.

    With PATHs it looks in these articles and writes nothing; with --ledger in that ledger; with
    both in both, and still writes nothing; with neither in ./onrecord.db. It never answers about
    another claim: where it has none, it names the nearest and ends with status 1.

    Examples:

    - `onrecord check "Ford is in talks with Xiaomi"`

    - `onrecord check "The plant closes in May" clippings/ --as-of 2026-02-04`
    """
    if not sentence.strip():
        raise QuestionError('check: expected a sentence, such as "Ford is in talks with Xiaomi"')
    view = make_view(as_of, known_at, policy)
    shelf = _read_shelf(paths, now, reader)
    answer, readings = _ask(sentence, shelf, ledger, view)
    if as_json:
        from onrecord.ledger.contract import show_answer

        print_json(show_answer(answer))
    else:
        from onrecord.cli.answer import print_answer

        print_answer(answer, readings)
    return 1 if answer.claim is None else 0


def _read_shelf(paths: list[str] | None, now: str | None, reader: str) -> "Shelf | None":
    """The named articles in memory, None where none were named."""
    if not paths:
        return None
    from onrecord.ledger import read_files

    shelf = read_files(paths, kit=open_kit(), captured=read_clock(now), reader=reader)
    note_faults(shelf.faults)
    if not shelf.pages:
        raise InputError(f"check: none of {', '.join(paths)} could be read")
    return shelf


def _ask(
    sentence: str, shelf: "Shelf | None", ledger: Path | None, view: dict[str, str | None]
) -> "tuple[Answer, tuple[Reading, ...]]":
    """The answer, and the pages that it may point to."""
    if shelf is None or ledger is not None:
        opened = open_ledger(ledger or options.DEFAULT_LEDGER)
        return opened.check(sentence, extra=shelf, **view), opened.readings_with(shelf)
    from onrecord.ledger.settling import ask_readings

    readings = shelf.readings()
    policy = view["policy"] or options.DEFAULT_POLICY
    answer = ask_readings(
        sentence,
        readings,
        (),
        kit=open_kit(),
        policy=policy,
        as_of=view["as_of"],
        known_at=view["known_at"],
    )
    return answer, readings
