"""The questions of `questions.tsv`, asked of the ledgers of `ledgers.toml`, and judged.

python -m tests.asking.asked                  count what is right, wrong and wrongly silent
python -m tests.asking.asked --all            also show every case that is not right
python -m tests.asking.asked --write          list the gaps anew in known_gaps.txt
python -m tests.asking.asked --reader rules   with the other reader
"""

import csv
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Answer, Capture, Claim, Reading, Stance

HERE = Path(__file__).parent
GAPS = HERE / "known_gaps.txt"
ANYTHING = frozenset({"any", "either"})


@dataclass(frozen=True, slots=True)
class Case:
    """One question, and what an editor would expect of the answer."""

    ledger: str
    kind: str
    question: str
    expect: str
    tells: str
    reads: str

    @property
    def name(self) -> str:
        """What the case is called in the list of gaps."""
        return f"{self.ledger}: {self.question}"


def all_cases() -> list[Case]:
    """The cases in the order of their file."""
    lines = (HERE / "questions.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t")
    return [Case(**row) for row in rows]


def known_gaps() -> dict[str, str]:
    """The cases that are known to go wrong, and how they come out."""
    lines = GAPS.read_text(encoding="utf-8").splitlines() if GAPS.exists() else []
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@cache
def ledger_pages(name: str, reader: str = flow.DEFAULT_READER) -> tuple[Reading, ...]:
    """The articles of one ledger, read."""
    ledgers = tomllib.loads((HERE / "ledgers.toml").read_text(encoding="utf-8"))
    return tuple(
        flow.read(
            Capture(
                text=f"{article['title']}\n\n{article['text'].strip()}\n",
                outlet=article["outlet"],
                title=article["title"],
                published=article["published"],
                captured="2026-10-01T00:00:00Z",
            ),
            load_kit(),
            reader=reader,
        )
        for article in ledgers[name]
    )


@cache
def ledger_names() -> tuple[str, ...]:
    """The ledgers in the order of their file."""
    return tuple(tomllib.loads((HERE / "ledgers.toml").read_text(encoding="utf-8")))


@cache
def ledger_claims(name: str, reader: str = flow.DEFAULT_READER) -> tuple[Claim, ...]:
    """The claims of one ledger."""
    return flow.settle(ledger_pages(name, reader), kit=load_kit())


def ask(name: str, question: str, reader: str = flow.DEFAULT_READER) -> Answer:
    """What a ledger says about a question."""
    pages, claims = ledger_pages(name, reader), ledger_claims(name, reader)
    return flow.ask(question, pages, kit=load_kit(), claims=claims)


@cache
def judge(case: Case, reader: str = flow.DEFAULT_READER) -> str:
    """How a case comes out: right, wrong answer, wrong status, wrongly silent, or not told."""
    answer = ask(case.ledger, case.question, reader)
    if answer.claim is None:
        return "right" if case.expect in {"silent", "either"} else "wrongly silent"
    if case.expect == "silent" or not _tells(answer.claim, case, reader):
        return "wrong answer"
    if case.expect not in ANYTHING and answer.claim.status not in case.expect.split("/"):
        return "wrong status"
    told = (answer.read_as or "").lower()
    return "right" if case.reads == "-" or case.reads in told else "not told"


def _tells(claim: Claim, case: Case, reader: str) -> bool:
    """Whether a claim rests on a sentence with the words that the case names."""
    by_id = {
        (page.document.id, s.id): (page, s)
        for page in ledger_pages(case.ledger, reader)
        for s in (*page.statements, *page.assertions)
    }
    for evidence in claim.evidence:
        page, statement = by_id[evidence.document, evidence.statement]
        if evidence.stance is Stance.DISCUSSES:
            continue
        where = statement.content.where
        start, end = statement.content.spans[0].start, statement.content.spans[-1].end
        for passage in page.document.passages:
            inside = passage.where is where and passage.start < end and start < passage.end
            string = page.document.string(where)
            if inside and case.tells.lower() in string[passage.start : passage.end].lower():
                return True
    return False


def asked_elsewhere() -> list[tuple[str, Case]]:
    """Every question asked of the next ledger, which tells of something else."""
    names = ledger_names()
    return [(names[(names.index(c.ledger) + 1) % len(names)], c) for c in all_cases()]


def main(*options: str) -> None:
    """Count, show and list what comes out."""
    reader = (
        options[options.index("--reader") + 1] if "--reader" in options else flow.DEFAULT_READER
    )
    came = {case: judge(case, reader) for case in all_cases()}
    for case, outcome in came.items():
        if "--all" in options and outcome != "right":
            answer = ask(case.ledger, case.question, reader)
            told = f"{answer.claim.status}: {answer.claim.text}" if answer.claim else "silent"
            print(f"{outcome:15} {case.kind:10} {case.name} [{case.expect}]\n    {told}")
            if answer.read_as:
                print(f"    read as {answer.read_as}")
    for outcome, times in Counter(came.values()).most_common():
        print(f"{times:4} {outcome}")
    kinds = Counter((c.kind, outcome) for c, outcome in came.items())
    for kind in sorted({kind for kind, _ in kinds}):
        print(f"  {kind:10}", {o: t for (k, o), t in sorted(kinds.items()) if k == kind})
    abroad = [(n, c) for n, c in asked_elsewhere() if ask(n, c.question, reader).claim]
    print(f"{len(abroad):4} answered by another ledger")
    for name, case in abroad:
        print(f"    {name}: {case.question}")
    if "--write" in options:
        gaps = [f"{c.name}\t{outcome}\n" for c, outcome in came.items() if outcome != "right"]
        head = "# Questions that are not answered rightly yet, and how they come out.\n"
        GAPS.write_text(head + "".join(gaps), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
