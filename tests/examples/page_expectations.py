"""What the exported ledger must show of single pages: documents, statements, figures, headlines."""

from collections.abc import Callable
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


def differs(what: str, wanted: object, got: object) -> Found:
    """The complaint where two values differ."""
    return [] if wanted == got else [f"{what}: wanted {wanted!r}, got {got!r}"]


def named(wanted: str, name: str | None) -> bool:
    """Whether a name holds the wanted one."""
    return wanted.casefold() in (name or "").casefold()


# --- documents ---------------------------------------------------------------------------------


def document_check(key: str, entry: Record, what: str) -> Callable[[ExportedLedger], Found]:
    """The expectation that a document has one trait."""

    def check(ledger: ExportedLedger) -> Found:
        document = ledger.document(key)
        wanted, got = entry[what], document[what]
        if what == "published":
            return differs(what, wanted or None, got and got[:10])
        if what == "version_of":
            return differs(what, ledger.document(wanted)["id"], got)
        if what == "title":
            return differs(what, wanted, got)
        return [] if named(wanted, got) else [f"{what}: wanted {wanted!r}, got {got!r}"]

    return check


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
        if not named(entry["source"], name):
            wrong.append(f"source: wanted {entry['source']}, got {name}")
    for what in ("act", "force", "voice", "approach", "interest", "on_record"):
        if what in entry:
            wrong += differs(what, entry[what], row[what])
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
                if mention["garbled"] and nearest and named(entry["nearest"], nearest[0]):
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
                wrong += differs(what, wanted, row[what])
        for what in ("unit", "per", "bound", "approx", "change"):
            if what in entry:
                wrong += differs(what, entry[what], row[what])
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
                wrong += differs(what, entry[what], row[what])
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


TABLES: dict[str, Callable[[ExportedLedger, Record], Found]] = {
    "statements": _statement,
    "regions": _region,
    "stories": _stories,
    "dates": _date,
    "names": _name,
    "figures": _figure,
    "checks": _check,
    "headlines": _headline,
}
