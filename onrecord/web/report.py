"""The report: one self-contained page of what is on the record, for a desk editor to keep open.

The page loads nothing from anywhere, works without JavaScript, and treats every word that came
from outside as hostile: Jinja escapes all of it, the content policy admits only the page's own
style and script (by their hashes), and only http(s) addresses become links.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.web.dossiers import ClaimView, count_statuses, is_leading, make_dossier
from onrecord.web.findings import (
    HeadlineView,
    Reckoning,
    count_fair_headlines,
    list_judgements,
    list_names,
    list_pledges,
    reckon,
    tell_span_of_days,
    weigh_headlines,
)
from onrecord.web.index import LedgerIndex, Record, index_export, rows
from onrecord.web.pages import PageView, make_page
from onrecord.web.wording import words

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_SHOWN_OPEN = 8  # claims of one status shown open: what two screens hold; the rest is a list
_HEEDED = ("renewed_after_denial", "still_alleged", "reversed", "recycled")
# What no HTML page may hold: lone surrogates and control characters other than white space.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """The claims of one status: those shown open, and those in the list below them."""

    status: str
    label: str
    tone: str
    means: str
    leading: tuple[ClaimView, ...]
    others: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to mind: where it stands on this page, its words, and why."""

    href: str
    text: str
    reason: str


def render_report(export: Record, *, title: str = "What is on the record") -> str:
    """The page for an exported ledger (`export --format json --with-text`), as HTML."""
    index = index_export(export)
    groups = _group_claims(index)
    headlines, reckonings = weigh_headlines(index), reckon(index)
    template = _environment().get_template("_page.html")
    page = template.render(
        title=title,
        csp=_content_policy(),
        style=_asset("report.css"),
        script=_asset("report.js"),
        groups=groups,
        policies=sorted({str(claim.get("policy")) for claim in index.claims}),
        counts=_count(export, index),
        days=tell_span_of_days(index),
        alerts=_raise_alerts(groups, headlines, reckonings),
        headlines=headlines,
        fair_headlines=count_fair_headlines(index),
        reckonings=reckonings,
        pledges=_pledge_views(index, groups),
        names=list_names(export, index),
        judgements=list_judgements(export),
        pages=_make_pages(index, groups),
        faults=rows(export, "faults"),
        words=words(),
    )
    return _UNPRINTABLE.sub("\ufffd", page)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["own_markup"] = Markup  # for the page's own style and script only
    return environment


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _content_policy() -> str:
    """The content policy: nothing but this page's own style and script, known by their hashes."""
    return (
        f"default-src 'none'; style-src {_hash_of('report.css')}; "
        f"script-src {_hash_of('report.js')}; base-uri 'none'; form-action 'none'"
    )


def _hash_of(name: str) -> str:
    digest = hashlib.sha256(_asset(name).encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _group_claims(index: LedgerIndex) -> tuple[StatusGroup, ...]:
    """The claims by status, the most told first, numbered in the order of the page."""
    number = 0
    groups = []
    for status, label, tone, _ in count_statuses(index.claims):
        found = [claim for claim in index.claims if str(claim.get("status")) == status]
        found.sort(key=_prominence)
        views = []
        for claim in found:
            number += 1
            views.append(make_dossier(number, claim, index))
        means = str(words()["status"].get(status, {}).get("means", ""))
        shown = sum(view.leading for view in views[:_SHOWN_OPEN])
        groups.append(
            StatusGroup(status, label, tone, means, tuple(views[:shown]), tuple(views[shown:]))
        )
    return tuple(groups)


def _prominence(claim: Record) -> tuple[Any, ...]:
    """Most articles, voices and evidence first; then by the words, so that the order is stable."""
    numbers = (claim.get("articles"), claim.get("voices"), len(rows(claim, "evidence")))
    return (not is_leading(claim), *(-(number or 0) for number in numbers), str(claim.get("text")))


def _count(export: Record, index: LedgerIndex) -> list[tuple[int, str]]:
    """What the ledger holds: documents, outlets, attributed statements, claims."""
    outlets = {doc.get("outlet") for doc in index.documents.values()} - {None, ""}
    attributed = sum(1 for row in rows(export, "statements") if row.get("source"))
    counted = [
        (len(index.documents), "document", "documents"),
        (len(outlets), "outlet", "outlets"),
        (attributed, "attributed statement", "attributed statements"),
        (len(index.claims), "claim", "claims"),
    ]
    return [(number, one if number == 1 else many) for number, one, many in counted]


def _raise_alerts(
    groups: tuple[StatusGroup, ...],
    headlines: tuple[HeadlineView, ...],
    reckonings: tuple[Reckoning, ...],
) -> list[Alert]:
    """What an editor should mind first: claims, headlines, and figures that do not add up."""
    alerts = []
    for view in (view for group in groups for view in (*group.leading, *group.others)):
        reasons = [said for flag, said in view.flags if flag in _HEEDED]
        if view.status in ("overdue", "missed"):
            reasons.insert(0, f"{view.label}: due {view.due}." if view.due else f"{view.label}.")
        if reasons:
            alerts.append(Alert("#" + view.anchor, view.text, reasons[0]))
    for gap in headlines:
        alerts.append(Alert("#headlines", gap.headline, f"{gap.label} ({gap.place.outlet})."))
    for entry in reckonings:
        failing = [check.says for check in entry.checks if check.verdict == "fails"]
        alerts += [Alert("#figures", says, f"In {entry.place.title}.") for says in failing]
    return alerts


def _pledge_views(index: LedgerIndex, groups: tuple[StatusGroup, ...]) -> list[ClaimView]:
    views = {view.id: view for group in groups for view in (*group.leading, *group.others)}
    return [views[str(claim["id"])] for claim in list_pledges(index)]


def _make_pages(index: LedgerIndex, groups: tuple[StatusGroup, ...]) -> list[PageView]:
    """The documents in the order of their publication, undated last."""
    numbers = {v.id: (v.number, v.anchor) for g in groups for v in (*g.leading, *g.others)}
    cited: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for claim in index.claims:
        for item in rows(claim, "evidence"):
            key = (str(item.get("document")), str(item.get("statement")))
            cited.setdefault(key, []).append(numbers[str(claim["id"])])
    ordered = sorted(
        index.documents.values(),
        key=lambda doc: (str(doc.get("published") or "9999"), str(doc.get("path")), str(doc["id"])),
    )
    return [make_page(doc, index, cited) for doc in ordered]
