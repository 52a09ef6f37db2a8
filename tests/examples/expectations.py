"""The expected ledger of the examples as single expectations, each of which can fail alone."""

from collections.abc import Callable, Iterator
from typing import Any

from onrecord.examples import expected_ledger

EXPECTED = expected_ledger()
Record = dict[str, Any]
Found = list[str]  # what is wrong, in words; empty where the expectation is met


class ExportedLedger:
    """An exported ledger in which documents, claims and statements are found by words."""

    def __init__(self, export: Record) -> None:
        self.export = export
        self.documents = {key: self._find_document(key) for key in EXPECTED["documents"]}
        self.statements = {(row["document"], row["id"]): row for row in export["statements"]}

    def _find_document(self, key: str) -> Record | None:
        entry = EXPECTED["documents"][key]
        for doc in self.export["documents"]:
            holds = entry.get("holds", "")
            shown = f"{doc['title']}\n{doc['text']}"
            if str(doc["path"]).endswith(entry["path"]) and holds in shown:
                return dict(doc)
        return None

    def document(self, key: str) -> Record:
        """The document called `key` in the expected ledger."""
        found = self.documents[key]
        assert found is not None, f"no document {key}"
        return found

    def of(self, table: str, key: str) -> list[Record]:
        """The rows of a table that belong to a document."""
        document = self.document(key)["id"]
        return [row for row in self.export[table] if row["document"] == document]

    def span(self, key: str, words: str) -> tuple[int, int]:
        """Where words stand in a document's text."""
        start = self.document(key)["text"].index(words)
        return start, start + len(words)

    def statements_on(self, key: str, words: str) -> list[Record]:
        """The statements whose content covers most of `words`, the closest first."""
        start, end = self.span(key, words)
        found = []
        for row in self.of("statements", key):
            spans = [] if row["content"].get("in") == "title" else row["content"]["spans"]
            shared = sum(max(0, min(b, end) - max(a, start)) for a, b in spans)
            if shared * 2 > end - start:
                found.append((sum(b - a for a, b in spans), row))
        return [row for _, row in sorted(found, key=lambda pair: pair[0])]

    def evidence_on(self, claim: Record, key: str, words: str) -> list[Record]:
        """The evidence of a claim that rests on a statement with these words."""
        document = self.document(key)["id"]
        ids = {row["id"] for row in self.statements_on(key, words)}
        return [
            item
            for item in claim["evidence"]
            if item["document"] == document and item["statement"] in ids
        ]

    def claim(self, anchors: list[Record]) -> Record | None:
        """The claim that rests on most of the anchors, the most told where several do."""
        scored = []
        for claim in self.export["claims"]:
            hits = sum(bool(self.evidence_on(claim, a["document"], a["words"])) for a in anchors)
            if hits:
                scored.append((hits, len(claim["evidence"]), claim["id"], claim))
        return max(scored, key=lambda score: score[:3])[3] if scored else None


Expectation = tuple[str, Callable[[ExportedLedger], Found]]


def all_expectations() -> Iterator[Expectation]:
    """Every expectation with a name that says where it comes from."""
    for key, entry in EXPECTED["documents"].items():
        for what in entry.keys() - {"path", "holds"}:
            yield f"document/{key}/{what}", _document_check(key, entry, what)
    for entry in EXPECTED["claims"]:
        yield f"claim/{entry['name']}/found", lambda led, e=entry: _found(led, e)
        for what in sorted(entry.keys() - {"name", "anchors"}):
            yield f"claim/{entry['name']}/{what}", _claim_check(entry, what)
    for table, check in _TABLES.items():
        for entry in EXPECTED[table]:
            name = entry.get("words") or entry.get("figures") or entry.get("kind") or ""
            name = ", ".join(name) if isinstance(name, list) else name
            yield f"{table}/{entry['document']}/{name[:48].strip()}", _bind(check, entry)


def _bind(
    check: Callable[[ExportedLedger, Record], Found], entry: Record
) -> Callable[[ExportedLedger], Found]:
    return lambda ledger: check(ledger, entry)


def _differs(what: str, wanted: object, got: object) -> Found:
    return [] if wanted == got else [f"{what}: wanted {wanted!r}, got {got!r}"]


def _named(wanted: str, name: str | None) -> bool:
    return wanted.casefold() in (name or "").casefold()


# --- documents ---------------------------------------------------------------------------------


def _document_check(key: str, entry: Record, what: str) -> Callable[[ExportedLedger], Found]:
    def check(ledger: ExportedLedger) -> Found:
        document = ledger.document(key)
        wanted, got = entry[what], document[what]
        if what == "published":
            return _differs(what, wanted or None, got and got[:10])
        if what == "version_of":
            return _differs(what, ledger.document(wanted)["id"], got)
        if what == "title":
            return _differs(what, wanted, got)
        return [] if _named(wanted, got) else [f"{what}: wanted {wanted!r}, got {got!r}"]

    return check


# --- claims ------------------------------------------------------------------------------------


def _found(ledger: ExportedLedger, entry: Record) -> Found:
    claim = ledger.claim(entry["anchors"])
    if claim is None:
        return ["no claim rests on any of its anchors"]
    return [
        f"not joined: {anchor['words']!r}"
        for anchor in entry["anchors"]
        if not ledger.evidence_on(claim, anchor["document"], anchor["words"])
    ]


def _claim_check(entry: Record, what: str) -> Callable[[ExportedLedger], Found]:
    def check(ledger: ExportedLedger) -> Found:
        claim = ledger.claim(entry["anchors"])
        if claim is None:
            return ["no such claim"]
        special = _CLAIM_CHECKS.get(what)
        if special:
            return special(ledger, claim, entry[what])
        return _differs(what, entry[what], claim[what])

    return check


def _status(_: ExportedLedger, claim: Record, wanted: list[str]) -> Found:
    if claim["status"] in wanted:
        return []
    return [f"wanted {' or '.join(wanted)}, got {claim['status']}"]


def _flags(_: ExportedLedger, claim: Record, wanted: list[str]) -> Found:
    return [f"no flag {flag}" for flag in wanted if flag not in claim["flags"]]


def _parties(_: ExportedLedger, claim: Record, wanted: dict[str, list[str]]) -> Found:
    wrong = []
    for name, positions in wanted.items():
        got = [p["position"] for p in claim["parties"] if _named(name, p["entity"])]
        if not set(got) & set(positions):
            wrong.append(f"{name}: wanted {' or '.join(positions)}, got {got or 'no party'}")
    return wrong


def _legs(_: ExportedLedger, claim: Record, wanted: list[Record]) -> Found:
    wrong = []
    for leg in wanted:
        fitting = [
            row["status"]
            for row in claim["legs"]
            if all(
                any(_named(name, party) for party in row["parties"]) or _named(name, row["text"])
                for name in leg["parties"]
            )
        ]
        if not set(fitting) & set(leg["status"]):
            wrong.append(f"leg {leg['parties']}: wanted {leg['status']}, got {fitting or 'none'}")
    return wrong


def _origin(_: ExportedLedger, claim: Record, wanted: str) -> Found:
    got = (claim["origin"] or {}).get("entity")
    return [] if _named(wanted, got) else [f"wanted {wanted}, got {got}"]


def _origin_in_ledger(_: ExportedLedger, claim: Record, wanted: bool) -> Found:
    return _differs("document", wanted, bool((claim["origin"] or {}).get("document")))


def _unnamed(_: ExportedLedger, claim: Record, wanted: int) -> Found:
    return [] if claim["unnamed"] >= wanted else [f"wanted {wanted}, got {claim['unnamed']}"]


def _due(_: ExportedLedger, claim: Record, wanted: str) -> Found:
    got = (claim["due"] or {}).get("to") or ""
    return [] if got.startswith(wanted) else [f"wanted {wanted}, got {claim['due']}"]


def _history(_: ExportedLedger, claim: Record, wanted: list[str]) -> Found:
    turns = iter(turn["status"] for turn in claim["history"])
    missing = [status for status in wanted if status not in turns]
    return [f"no turn to {status}, in this order" for status in missing]


def _evidence(ledger: ExportedLedger, claim: Record, wanted: list[Record]) -> Found:
    wrong = []
    for entry in wanted:
        items = ledger.evidence_on(claim, entry["document"], entry["words"])
        fitting = [
            item
            for item in items
            if item["stance"] == entry["stance"]
            and item["first_hand"] == entry.get("first_hand", item["first_hand"])
        ]
        if not fitting:
            got = [(item["stance"], item["first_hand"]) for item in items]
            wrong.append(f"{entry['words']!r}: wanted {entry['stance']}, got {got or 'nothing'}")
    return wrong


def _never(ledger: ExportedLedger, claim: Record, wanted: list[Record]) -> Found:
    wrong = []
    for entry in wanted:
        items = ledger.evidence_on(claim, entry["document"], entry["words"])
        if any(item["stance"] != "discusses" for item in items):
            wrong.append(f"taken as evidence: {entry['words']!r}")
    return wrong


def _open(_: ExportedLedger, claim: Record, wanted: list[str]) -> Found:
    return [
        f"nothing open about {name}"
        for name in wanted
        if not any(name in sentence for sentence in claim["open"])
    ]


_CLAIM_CHECKS: dict[str, Callable[[ExportedLedger, Record, Any], Found]] = {
    "status": _status,
    "flags": _flags,
    "parties": _parties,
    "legs": _legs,
    "origin": _origin,
    "origin_in_ledger": _origin_in_ledger,
    "unnamed": _unnamed,
    "due": _due,
    "history": _history,
    "evidence": _evidence,
    "never": _never,
    "open": _open,
}


# --- the other tables --------------------------------------------------------------------------


def _statement(ledger: ExportedLedger, entry: Record) -> Found:
    rows = ledger.statements_on(entry["document"], entry["words"])
    if not rows:
        return ["no statement with these words"]
    complaints = [_compare_statement(row, entry) for row in rows]
    return min(complaints, key=len)


def _compare_statement(row: Record, entry: Record) -> Found:
    wrong = []
    if "source" in entry:
        name = (row["source"] or {}).get("entity")
        if not _named(entry["source"], name):
            wrong.append(f"source: wanted {entry['source']}, got {name}")
    for what in ("act", "force", "voice", "approach", "interest", "on_record"):
        if what in entry:
            wrong += _differs(what, entry[what], row[what])
    return wrong


def _region(ledger: ExportedLedger, entry: Record) -> Found:
    if entry["words"] not in ledger.document(entry["document"])["text"]:
        return [] if "instead" in entry else ["words are not in the text"]
    start, end = ledger.span(entry["document"], entry["words"])
    regions = ledger.document(entry["document"])["regions"]
    got = {r["kind"] for r in regions if r["start"] < end and r["end"] > start}
    right = {entry["kind"], entry.get("instead", entry["kind"])}
    return [] if got and got <= right else [f"wanted {entry['kind']}, got {sorted(got)}"]


def _stories(ledger: ExportedLedger, entry: Record) -> Found:
    stories = ledger.of("stories", entry["document"])
    headings = [story["heading"] for story in stories]
    wrong = [f"no story headed {one!r}" for one in entry["headings"] if one not in headings]

    def story_at(words: str) -> Record | None:
        start, end = ledger.span(entry["document"], words)
        return next(
            (s for s in stories if any(a <= start and end <= b for a, b in s["spans"])), None
        )

    summary = story_at(entry["summary"])
    if summary is None or summary["kind"] != "summary":
        wrong.append("the last section is not a summary")
    for left, right in entry["apart"]:
        one, other = story_at(left), story_at(right)
        if one is None or other is None or one["id"] == other["id"]:
            wrong.append(f"in one story: {left!r} and {right!r}")
    for left, right in entry["together"]:
        one, other = story_at(left), story_at(right)
        if one is None or other is None or one["id"] != other["id"]:
            wrong.append(f"not in one story: {left!r} and {right!r}")
    return wrong


def _date(ledger: ExportedLedger, entry: Record) -> Found:
    start, end = ledger.span(entry["document"], entry["words"])
    dates = ledger.document(entry["document"])["dates"]
    got = [d for d in dates if d["start"] < end and d["end"] > start]
    for date in got:
        if all(date[side] == entry[side] for side in ("from", "to") if side in entry):
            return []
    return [f"got {[(d['text'], d['from'], d['to']) for d in got] or 'no date'}"]


def _name(ledger: ExportedLedger, entry: Record) -> Found:
    document = ledger.document(entry["document"])["id"]
    for entity in ledger.export["entities"]:
        for mention in entity["mentions"]:
            if mention["document"] == document and mention["text"] == entry["words"]:
                nearest = [candidate["name"] for candidate in mention["candidates"]]
                if mention["garbled"] and nearest and _named(entry["nearest"], nearest[0]):
                    return []
                return [f"garbled {mention['garbled']}, nearest {nearest}"]
    return ["no such mention"]


def _figure(ledger: ExportedLedger, entry: Record) -> Found:
    text = ledger.document(entry["document"])["text"]
    start, end = ledger.span(entry["document"], entry["words"])
    rows = ledger.of("figures", entry["document"])
    rows = [r for r in rows if r.get("in") != "title" and r["start"] < end and r["end"] > start]
    if not rows:
        return ["no figure there"]
    complaints = []
    for row in rows:
        wrong = [] if text[row["start"] : row["end"]] == row["text"] else ["span is not its text"]
        for what in ("low", "high"):
            if what in entry:
                wanted = None if entry[what] == "none" else entry[what]
                wrong += _differs(what, wanted, row[what])
        for what in ("unit", "per", "bound", "approx", "change"):
            if what in entry:
                wrong += _differs(what, entry[what], row[what])
        complaints.append(wrong)
    return min(complaints, key=len)


def _check(ledger: ExportedLedger, entry: Record) -> Found:
    figures = {row["id"]: row["text"] for row in ledger.of("figures", entry["document"])}
    complaints: list[Found] = []
    for row in ledger.of("checks", entry["document"]):
        texts = " | ".join(figures.get(one, "") for one in row["figures"])
        words = [one.split()[0] for one in entry.get("figures", [])]
        if not all(one in texts or one in row["says"] for one in words):
            continue
        wrong: Found = []
        for what in ("verdict", "kind"):
            if what in entry:
                wrong += _differs(what, entry[what], row[what])
        for side in ("low", "high"):
            if side in entry:
                got = (row["value"] or {}).get(side)
                if got is None or abs(got - entry[side]) > 1e-6 * max(1, abs(entry[side])):
                    wrong.append(f"{side}: wanted {entry[side]}, got {got}")
        if entry.get("premise") and not row["premise"]:
            wrong.append("no premise")
        if entry.get("says", "") not in row["says"]:
            wrong.append(f"says {row['says']!r}")
        complaints.append(wrong)
    return min(complaints, key=len) if complaints else ["no check of these figures"]


def _headline(ledger: ExportedLedger, entry: Record) -> Found:
    headline = ledger.document(entry["document"])["headline"]
    got = headline["verdict"] if headline else "fair"
    if got in entry["verdict"]:
        return []
    return [f"wanted {' or '.join(entry['verdict'])}, got {got}: {(headline or {}).get('why')}"]


_TABLES: dict[str, Callable[[ExportedLedger, Record], Found]] = {
    "statements": _statement,
    "regions": _region,
    "stories": _stories,
    "dates": _date,
    "names": _name,
    "figures": _figure,
    "checks": _check,
    "headlines": _headline,
}
