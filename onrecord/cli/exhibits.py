"""What a claim's evidence rests on, and the charge with its answer, for the terminal."""

from rich.console import RenderableType

from onrecord.cli.screen import ink, line
from onrecord.model import Charge, Claim, Exhibit


def tell_exhibits(claim: Claim) -> list[RenderableType]:
    """One entry for each exhibit: kind, words, who examined it, what it is said to show."""
    return [_exhibit(exhibit) for exhibit in claim.exhibits]


def tell_charge(charge: Charge | None) -> list[RenderableType]:
    """Who accuses whom, and the answer."""
    if charge is None:
        return []
    accusers = ", ".join(charge.accusers) or "nobody who is named"
    accused = ", ".join(charge.accused) or "nobody who is named"
    return [ink(f"by {accusers}, against {accused}"), ink(charge.answer)]


def _exhibit(exhibit: Exhibit) -> RenderableType:
    by = f", examined by {exhibit.examined_by}" if exhibit.examined_by else ""
    found = f", called {exhibit.finding}" if exhibit.finding else ""
    start, end = exhibit.spans[0]
    shows = f"\nshows: {exhibit.shows}" if exhibit.shows else ""
    return line(
        ink(exhibit.kind, "bold"),
        ink(f"  “{exhibit.text}”{by}{found}"),
        ink(f"  characters {start}-{end}", "dim"),
        ink(shows, "italic"),
    )
