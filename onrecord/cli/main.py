"""The command line: every command, and the one place where errors become one line."""

import io
import os
import sys
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli import (
    adding,
    asking,
    bench,
    binding,
    exporting,
    judging,
    listing,
    policy,
    readers,
    sources,
    streaming,
    telling,
    whatif,
)
from onrecord.cli.screen import note
from onrecord.errors import OnRecordError

DONE, NOTHING, WRONG, STOPPED = 0, 1, 2, 130

app = typer.Typer(
    name="onrecord",
    help="An evidence ledger for news: what is claimed, who says so, where it comes from, "
    "and where it stands.\n\n"
    "Begin with `onrecord demo`, or with your own articles: `onrecord add FOLDER`, then "
    "`onrecord claims`. Exit status: 0 done, 1 nothing found, 2 wrong use or unreadable input.",
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def onrecord(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> int:
    """Answer what no command is needed for."""
    if version:
        sys.stdout.write(f"onrecord {__version__}\n")
        raise typer.Exit(DONE)
    if ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help() + "\n")
    return DONE


for module in (
    adding,
    telling,
    asking,
    listing,
    streaming,
    exporting,
    judging,
    policy,
    readers,
    sources,
    whatif,
    binding,
    bench,
):
    module.register(app)


def main() -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows few letters shows "?"
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit status of a command; whatever goes wrong is one line, never a traceback."""
    try:
        status = app(arguments, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except OnRecordError as error:
        return _refuse(str(error))
    except typer.TyperException as error:
        told = error.format_message().rstrip(".")
        return _refuse(f"{told} (see: onrecord {_command(arguments)}--help)")
    except (KeyboardInterrupt, typer.Abort):
        return _stop()
    except BrokenPipeError:
        return _leave_pipe()
    except OSError as error:
        return _refuse(f"{error.filename or 'input or output'}: {error.strerror or error}")
    except MemoryError:
        return _refuse("the memory of this machine is not enough for this")
    except RecursionError:
        return _refuse("the input is nested too deeply")
    except Exception as error:
        if os.environ.get("ONRECORD_DEBUG"):
            raise
        return _refuse(
            f"a bug in onrecord ({type(error).__name__}: {error}); "
            "please report it with the output of the same command under ONRECORD_DEBUG=1"
        )
    if status == STOPPED:
        return _stop()
    return status if isinstance(status, int) else DONE


def _refuse(message: str) -> int:
    note(f"onrecord: {message}")
    return WRONG


def _stop() -> int:
    sys.stderr.write("\nonrecord: stopped; what was kept before stays, run it again to go on\n")
    return STOPPED


def _leave_pipe() -> int:
    """The reader of our output has gone: leave without a word, and without one at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _command(arguments: list[str]) -> str:
    """The command that was meant, to point to its help."""
    commands = {command.name for command in app.registered_commands}
    names = commands | {group.name for group in app.registered_groups}
    return f"{arguments[0]} " if arguments and arguments[0] in names else ""
