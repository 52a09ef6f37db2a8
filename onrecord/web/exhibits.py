"""Exhibits and charges of a dossier, ready for the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.web.index import rows


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """What evidence rests on: its kind, its words, who examined it and what it shows."""

    kind: str
    text: str
    examined_by: str
    shows: str
    finding: str


def view_exhibits(claim: Mapping[str, Any]) -> tuple[ExhibitView, ...]:
    """The exhibits of a claim; the same words are shown once."""
    seen: dict[tuple[str, str], ExhibitView] = {}
    for one in rows(claim, "exhibits"):
        view = ExhibitView(
            kind=str(one.get("kind") or ""),
            text=str(one.get("text") or ""),
            examined_by=str(one.get("examined_by") or ""),
            shows=str(one.get("shows") or ""),
            finding=str(one.get("finding") or ""),
        )
        seen.setdefault((view.kind, view.text.lower()), view)
    return tuple(seen.values())


def view_charge(claim: Mapping[str, Any]) -> str:
    """Who accuses whom, and the answer, as one line; empty where nobody is accused."""
    charge = claim.get("charge")
    if not isinstance(charge, dict):
        return ""
    accusers = ", ".join(str(name) for name in charge.get("accusers") or ()) or "Nobody named"
    accused = ", ".join(str(name) for name in charge.get("accused") or ()) or "nobody named"
    return f"{accusers} against {accused}. {charge.get('answer') or ''}".strip()
