"""The laws of the design as properties, on small articles assembled from invented sentences."""

import random
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.ledger import Ledger
from onrecord.ledger.contract import show_claim
from onrecord.ledger.judging import (
    judge_merge,
    judge_name,
    judge_source,
    judge_split,
    judge_status,
    judge_undo,
)
from onrecord.ledger.questions import find_claim
from onrecord.ledger.settling import settle_readings
from onrecord.model import (
    Capture,
    DateMention,
    Figure,
    Mention,
    Part,
    Passage,
    Reading,
    Region,
    Source,
    Span,
    Story,
    Where,
    text_sha256,
)
from onrecord.store.codec import dump, load
from onrecord.text import cut

NOW = "2026-06-01T08:00:00Z"
COMPANIES = ("Orvane Motors", "Tallis Foods", "Brumel Rail", "Kestrane Energy", "Dovrel Shipping")
PEOPLE = ("Mara Quill", "Idris Fenn", "Tove Aldane")
OUTLETS = ("the Velland Herald", "Northline Press")
DAYS = ("on Tuesday", "on 4 May 2026", "last week", "in March", "two days ago")
TEMPLATES = (
    "{a} is in talks with {b} to build a plant in Velland, {outlet} reported {day}.",
    "{a} said there was “no truth” to the report.",
    "A spokesperson for {b} declined to comment.",
    "{a} denied that it is in talks with {b}.",
    "{b} called the claim “completely false” and said it does not sell trucks in Velland.",
    "People familiar with the matter said {a} may sell its freight unit to {b}.",
    "{a} will open 40 depots by the end of 2027, {person} said {day}.",
    "“We will hire 300 people,” said {person}, chief executive of {a}.",
    "Sales at {a} rose 12 percent to $3.4 billion, according to {outlet}.",
    "He argued that the plan would cost {b} under 100,000 orders a year.",
    "{outlet} reported {day} that {b} had rejected the offer.",
    "The company confirmed that it had bought {b} for about €40 million.",
    "The weather in Velland was mild.",
)
HEADLINES = (
    "{a} in talks with {b}",
    "{a} denies {b} deal",
    "{b} to close Velland works, union says",
    "",
)
MARKS = "“”\"'‘’.…—\u202f\u2011\r\n\t \u0085"
BREAKS = ("\n\n", "\r\n\r\n", "\n \n")


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A short article: perhaps a headline and a date, then two to six sentences."""
    names = draw(st.permutations(COMPANIES))
    words = {"a": names[0], "b": names[1]}
    gap = draw(st.sampled_from(BREAKS))
    headline = draw(st.sampled_from(HEADLINES)).format(**words)
    date = draw(st.sampled_from(("", "May 6, 2026", "2026-05-07")))
    sentences = draw(st.lists(st.sampled_from(TEMPLATES), min_size=2, max_size=6))
    filled = [
        sentence.format(
            **words,
            person=draw(st.sampled_from(PEOPLE)),
            outlet=draw(st.sampled_from(OUTLETS)),
            day=draw(st.sampled_from(DAYS)),
        )
        for sentence in sentences
    ]
    cutting = draw(st.integers(1, len(filled)))
    body = [" ".join(filled[:cutting]), " ".join(filled[cutting:])]
    return gap.join(part for part in (headline, date, *body) if part)


def corpora(size: int) -> st.SearchStrategy[list[str]]:
    """Some articles, all different."""
    return st.lists(articles(), min_size=2, max_size=size, unique=True)


slow = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
few = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])


def read(text: str, path: str = "a.txt") -> Reading:
    return flow.read(Capture(text, path=path, captured=NOW), load_kit())


def write_files(folder: Path, texts: list[str]) -> list[Path]:
    """One file for each text; its name depends on the text alone."""
    paths = []
    for text in texts:
        path = folder / f"{text_sha256(text)[:12]}.txt"
        path.write_bytes(text.encode("utf-8"))
        paths.append(path)
    return paths


def fill(folder: Path, name: str, *steps: list[Path]) -> Ledger:
    """A ledger to which files were added, step by step."""
    ledger = Ledger(folder / name, kit=load_kit())
    for step in steps:
        ledger.add(step, captured=NOW)
    return ledger


def fresh() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="onrecord-law-")


# --- 1: every record points at exactly the words that it says ------------------------------------


def walk(record: Any) -> Iterator[Any]:
    """A record and all records in it."""
    if is_dataclass(record):
        yield record
        for field in fields(record):
            yield from walk(getattr(record, field.name))
    elif isinstance(record, tuple):
        for member in record:
            yield from walk(member)


def check_words(reading: Reading) -> None:
    """Every span lies in its string, and the string says there what the record says."""
    doc = reading.document
    for record in walk(reading):
        string = doc.string(getattr(record, "where", Where.TEXT))
        if isinstance(record, Part | Source):
            assert record.spans
            assert cut(string, record.spans) == record.text
            assert all(0 <= start < end <= len(string) for start, end in record.spans)
            assert list(record.spans) == sorted(record.spans)
        elif isinstance(record, Mention | Figure | DateMention):
            assert string[record.start : record.end] == record.text != ""
        elif isinstance(record, Region | Passage | Story):
            assert 0 <= record.start <= record.end <= len(string)
        elif isinstance(record, Span):
            assert 0 <= record.start <= record.end


@slow
@given(text=articles())
def test_law_1_every_record_says_exactly_what_stands_at_its_span(text: str) -> None:
    reading = read(text)
    assert reading.document.text == text
    check_words(reading)


@slow
@given(
    text=st.text(max_size=300), marks=st.text("“”\"'‘’.…—\u202f\u2011\r\n\t \u0085", max_size=40)
)
def test_law_1_holds_for_any_characters(text: str, marks: str) -> None:
    mixed = f"{marks}Orvane said {text}{marks} it denied {marks}{text}"
    check_words(read(mixed))


@slow
@given(title=articles(), text=articles())
def test_law_1_holds_for_a_title_outside_the_text(title: str, text: str) -> None:
    headline = " ".join(title.split())
    check_words(flow.read(Capture(text, title=headline), load_kit()))


# --- 2: records are keyed by content; a second run adds nothing ----------------------------------


@slow
@given(text=articles())
def test_law_2_a_reading_comes_back_from_json_as_it_was(text: str) -> None:
    reading = read(text)
    assert load(Reading, dump(reading)) == reading


@slow
@given(text=articles())
def test_law_2_two_workers_give_the_same_ids(text: str) -> None:
    assert read(text) == read(text)


@slow
@given(text=articles())
def test_law_2_statements_of_a_page_have_ids_of_their_own(text: str) -> None:
    reading = read(text)
    ids = [statement.id for statement in (*reading.statements, *reading.assertions)]
    assert len(ids) == len(set(ids))


@few
@given(texts=corpora(4))
def test_law_2_a_second_add_adds_nothing(texts: list[str]) -> None:
    with fresh() as name:
        folder = Path(name)
        paths = write_files(folder, texts)
        ledger = fill(folder, "a.db", paths)
        before = ledger.export(with_text=True), ledger.store.record_keys()
        summary = ledger.add(paths, captured="2027-01-01T00:00:00Z")
        assert (summary.added, summary.known) == (0, len(texts))
        assert (ledger.export(with_text=True), ledger.store.record_keys()) == before


# --- 3: nothing is deleted by the program of its own motion --------------------------------------


@few
@given(texts=corpora(3))
def test_law_3_an_edited_page_is_a_new_version_and_the_old_one_stays(texts: list[str]) -> None:
    with fresh() as name:
        folder = Path(name)
        path = folder / "page.txt"
        ledger = Ledger(folder / "a.db", kit=load_kit())
        for day, text in enumerate(texts, start=1):
            path.write_bytes(text.encode("utf-8"))
            ledger.add([path], captured=f"2026-06-0{day}T00:00:00Z")
        found = {reading.document.text: reading.document for reading in ledger.readings()}
        assert found.keys() == set(texts)
        for before, after in zip(texts, texts[1:], strict=False):
            assert found[after].version_of == found[before].id


# --- 4: settling is a pure function --------------------------------------------------------------


@few
@given(texts=corpora(5), seed=st.integers(0, 99))
def test_law_4_order_of_arrival_changes_nothing(texts: list[str], seed: int) -> None:
    with fresh() as name:
        folder = Path(name)
        paths = write_files(folder, texts)
        shuffled = random.Random(seed).sample(paths, len(paths))
        together = fill(folder, "a.db", paths)
        one_by_one = fill(folder, "b.db", *([path] for path in shuffled))
        assert one_by_one.export() == together.export()


@few
@given(texts=corpora(5))
def test_law_4_settling_step_by_step_equals_settling_from_nothing(texts: list[str]) -> None:
    with fresh() as name:
        folder = Path(name)
        paths = write_files(folder, texts)
        ledger = fill(folder, "a.db", *([path] for path in paths))
        anew = flow.settle(ledger.readings(), kit=load_kit())
        assert [show_claim(claim) for claim in ledger.claims()] == [
            show_claim(claim) for claim in anew
        ]


class Growth:
    """A ledger that grows by chance: pages come, are edited and sealed, and people judge."""

    def __init__(self, folder: Path, texts: list[str], seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.waiting = list(texts)
        self.ledger = Ledger(folder / "grown.db", kit=load_kit())
        self.clock = 0

    def now(self) -> str:
        """A later time than any before."""
        self.clock += 1
        return f"2026-06-{self.clock // 24 + 1:02}T{self.clock % 24:02}:00:00Z"

    def step(self) -> None:
        """One thing that happens to a ledger."""
        self.chance.choice([self.add, self.add, self.add, self.edit, self.judge, self.tie])()

    def add(self) -> None:
        """Some new pages at once, one of them perhaps in a language that is not read."""
        some = [
            self.waiting.pop() for _ in range(min(len(self.waiting), self.chance.randint(1, 3)))
        ]
        if self.chance.random() < 0.1:
            some.append(FOREIGN.format(a=self.chance.choice(COMPANIES)))
        self.ledger.add(write_files(self.folder, some), captured=self.now(), reader="rules")

    def edit(self) -> None:
        """A page that is there already, with a sentence more or with all of it four times again."""
        paths = sorted(self.folder.glob("*.txt"))
        if not paths:
            return
        path = self.chance.choice(paths)
        names = self.chance.sample(COMPANIES, 2)
        added = self.chance.choice(TEMPLATES).format(
            a=names[0], b=names[1], person=PEOPLE[0], outlet=OUTLETS[0], day=DAYS[0]
        )
        before = path.read_bytes()
        often = self.chance.random() < 0.2 and len(before) < 2_000
        more = [before] * 4 if often else [added.encode()]
        path.write_bytes(b"\n\n".join([before, *more]))
        self.ledger.add([path], captured=self.now(), reader="rules")

    def judge(self) -> None:
        """A status, a source or a name that somebody signs, or a page that is sealed."""
        claims, readings = self.ledger.claims(), self.ledger.readings()
        signed = {"by": "Ana", "why": "so", "at": self.now()}
        what = self.chance.choice(["status", "source", "name", "seal", "undo"])
        made = None
        if what == "status" and claims:
            claim = self.chance.choice(claims)
            made = judge_status(claim, "refuted", readings=readings, **signed)
        spoken = [s for r in readings for s in r.statements if s.source is not None]
        if what == "source" and spoken:
            statement = self.chance.choice(spoken)
            made = judge_source(readings, statement.id, self.chance.choice(PEOPLE), **signed)
        if what == "name":
            made = judge_name(readings, "Orvane", COMPANIES[1], None, **signed)
        if what == "seal" and readings and self.chance.random() < 0.5:
            document = self.chance.choice(readings).document.id
            self.ledger.seal(document, **signed)
        before = self.ledger.judgements()
        if what == "undo" and before:
            made = judge_undo(before, self.chance.choice(before).id, **signed)
        if made is not None:
            self.ledger.judge(made)

    def tie(self) -> None:
        """Two claims that somebody joins, or a statement that somebody takes out of one."""
        claims, readings = self.ledger.claims(), self.ledger.readings()
        signed = {"by": "Ana", "why": "so", "at": self.now()}
        if len(claims) > 1 and self.chance.random() < 0.5:
            self.ledger.judge(judge_merge(*self.chance.sample(claims, 2), readings, **signed))
        wide = [c for c in claims if len({e.statement for e in c.evidence}) > 1]
        if wide:
            claim = self.chance.choice(wide)
            out = self.chance.choice(claim.evidence).statement
            for judgement in judge_split(claim, [out], readings, **signed):
                self.ledger.judge(judgement)


FOREIGN = (
    "Le groupe {a} a annoncé mardi que les discussions se poursuivent dans la région et que les "
    "salariés seront informés de la décision avant la fin du mois, selon la direction."
)


@few
@given(texts=corpora(7), seed=st.integers(0, 10_000), steps=st.integers(4, 14))
def test_law_4_however_a_ledger_grew_it_says_what_its_records_say(
    texts: list[str], seed: int, steps: int
) -> None:
    with fresh() as name:
        growth = Growth(Path(name), texts, seed)
        for _ in range(steps):
            growth.step()
        ledger = growth.ledger
        anew = settle_readings(
            ledger.readings(), ledger.judgements(), kit=load_kit(), policy=ledger.policy
        )
        assert [show_claim(c) for c in ledger.claims()] == [show_claim(c) for c in anew]


# --- 5: an id that a claim once had still leads to it --------------------------------------------


@few
@given(texts=corpora(5))
def test_law_5_an_old_id_of_a_claim_still_resolves(texts: list[str]) -> None:
    with fresh() as name:
        folder = Path(name)
        ledger = Ledger(folder / "a.db", kit=load_kit())
        old: set[str] = set()
        for path in write_files(folder, texts):
            ledger.add([path], captured=NOW)
            old |= {claim.id for claim in ledger.claims()}
        claims = ledger.claims()
        assert [key for key in sorted(old) if find_claim(claims, key) is None] == []
