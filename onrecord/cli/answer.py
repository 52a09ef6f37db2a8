"""The answer to a question on a terminal."""

from collections.abc import Iterable

from onrecord.cli.dossier import print_dossier
from onrecord.cli.screen import ink, screen
from onrecord.cli.table import SHORT
from onrecord.model import Answer, Reading


def print_answer(answer: Answer, readings: Iterable[Reading]) -> None:
    """The claim that was asked about, or that the record is silent, and what is nearest."""
    out = screen()
    if answer.read_as:
        out.print(ink(f"Read as: {answer.read_as}", style="dim"))
    if answer.listed:
        out.print(ink(f"Among the claims: {answer.listed}", style="dim"))
    if answer.claim is not None:
        print_dossier(answer.claim, readings)
        return
    out.print(ink(f"The record has no such claim: {answer.asked}"))
    for number, near in enumerate(answer.nearest):
        if number == 0:
            out.print(ink("Nearest, and something else:", style="dim"))
        out.print(ink(f"  {near.similarity:.2f}  {near.id[:SHORT]}  {near.text}"))
