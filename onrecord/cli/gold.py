"""Annotated files: read line by line, each fault named with its file, its line and what was due."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.cli.screen import count, margin
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.bench import Attribution, AttributionPage

MOST_TOLD = 5  # faults of a file that are told one by one

Item = TypeVar("Item")


def read_gold(paths: Sequence[Path], parse: Callable[[dict[str, Any]], Item]) -> list[Item]:
    """What the lines of the files hold; `InputError` tells the first faults, and how many more."""
    from onrecord.ledger.stream import parse_line, split_lines

    items, faults = [], []
    for path in paths:
        with path.open("rb") as file:
            for number, raw in split_lines(file):
                try:
                    if raw is None:
                        raise InputError("a line of at most 16 MB was expected; it is longer")
                    items.append(parse(parse_line(raw)))
                except InputError as error:
                    faults.append(f"{path}, line {number}: {error}")
    if faults:
        more = len(faults) - MOST_TOLD
        told = "; ".join(faults[:MOST_TOLD])
        raise InputError(told + (f"; and {count(more, 'more line')} like it" if more > 0 else ""))
    if not items:
        raise InputError(f"{', '.join(map(str, paths))}: no line in it; expected annotated data")
    return items


def read_pages(paths: Sequence[Path]) -> "list[AttributionPage]":
    """Annotated articles; two of one id would be scored against each other's answers."""
    from onrecord.bench import parse_attributions

    pages = read_gold(paths, parse_attributions)
    seen: set[str] = set()
    for page in pages:
        if page.id in seen:
            raise InputError(f"{', '.join(map(str, paths))}: the id {page.id!r} stands twice")
        seen.add(page.id)
    return pages


def read_answers(
    path: Path, pages: "Sequence[AttributionPage]"
) -> "dict[str, tuple[Attribution, ...]]":
    """What another tool found on the pages, by id; answers on other pages are an error."""
    from onrecord.bench import parse_found

    sizes = {page.id: len(page.text) for page in pages}
    answers = dict(read_gold([path], lambda one: parse_found(one, sizes.get(str(one.get("id"))))))
    if strange := sorted(set(answers) - set(sizes)):
        raise InputError(
            f"{path}: expected answers on the pages of --data; "
            f"{count(len(strange), 'id')} not there, the first {strange[0]!r}"
        )
    return answers


@contextmanager
def watch(total: int, noun: str) -> Iterator[Callable[[Iterable[Item]], Iterator[Item]]]:
    """A function that counts what goes through it, on standard error where that is a terminal."""
    console = margin()
    if not console.is_terminal:
        yield iter
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(f"reading {noun}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total)

        def follow(items: Iterable[Item]) -> Iterator[Item]:
            for item in items:
                yield item
                bar.advance(task)

        yield follow
