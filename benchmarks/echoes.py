"""Counts origins on a corpus of our own whose origins are known.

Invented outlets report invented events: with sources of their own, by copying, rewriting, tagging
a wire, crediting one another over one or two steps, telling again what they told before. For each
event it is known which outlet each page goes back to. All templates are ours; names and events are
drawn with a seed.

    python benchmarks/echoes.py [--events 60] [--seed 7] [--reader learned] [--list]

Prints how far the number of origins is from the truth (the sum of the differences over the sum of
the true numbers), the share of pages whose root is right, and both by kind of page.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Capture, Claim, Reading, Stance

TOWNS = "Belmar Ostrand Holme Kestrel Tidewater Norvik Varga Quill Ambleford Harrow".split()
PAPERS = "Gazette Courier Herald Tribune Post Chronicle Times Observer".split()
AGENCIES = ["Norda News Agency", "Union News Service", "Meridian Press Agency"]
FIRMS = [
    "Lindqvist Foods", "Corvane Motors", "Belisar Shipping", "Ostmark Steel", "Peregrine Dairies",
    "Halvard Rail", "Tamsin Airways", "Brandt Optics", "Ravelin Chemicals", "Solano Textiles",
    "Marwick Brewing", "Arden Turbines", "Kolbe Paper", "Fennick Robotics", "Sorrel Homes",
]  # fmt: skip
DEEDS = [
    ("close its bottling plant in {town}", "the closure of the {town} bottling plant", "the plant"),
    ("buy the tram maker {other}", "a purchase of the tram maker {other}", "the tram maker"),
    ("sell its fleet of {number} barges to {other}", "the sale of {number} barges to {other}",
     "the barges"),
    ("cut {number} jobs at its {town} foundry", "{number} job cuts at the {town} foundry",
     "the foundry"),
    ("move its head office from {town} to Harrow", "a move of the head office from {town}",
     "the head office"),
    ("build a ferry terminal in {town} with {other}", "a ferry terminal in {town} with {other}",
     "the terminal"),
]  # fmt: skip
SOURCES = [
    "two people familiar with the plan", "a person briefed on the talks", "three employees",
    "a senior manager who asked not to be named",
]  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the corpus: its kind, its outlet, the outlet it goes back to."""

    kind: str
    outlet: str
    root: str
    text: str
    published: str


@dataclass(frozen=True, slots=True)
class Event:
    """What is told of, and by which outlets."""

    firm: str
    deed: str
    thing: str
    about: str
    outlets: list[str]
    agency: str
    source: str


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--reader", default=flow.DEFAULT_READER)
    parser.add_argument("--list", action="store_true", help="print each page that is wrong")
    given = parser.parse_args(arguments)
    draw = random.Random(given.seed)
    pages = [page for n in range(given.events) for page in write_pages(draw_event(draw, n), draw)]
    readings = read_pages(pages, given.reader)
    print_scores(pages, readings, given.list)
    return 0


def draw_event(draw: random.Random, number: int) -> Event:
    """An event that no other is like."""
    deed, thing, about = DEEDS[number % len(DEEDS)]
    firm, other = draw.sample(FIRMS, 2)
    values = {"town": draw.choice(TOWNS), "other": other, "number": str(draw.randrange(21, 990))}
    outlets = draw.sample([f"{town} {paper}" for town in TOWNS for paper in PAPERS], 9)
    filled = [words.format(**values) for words in (deed, thing, about)]
    return Event(firm, filled[0], filled[1], filled[2], outlets, draw.choice(AGENCIES),
                 draw.choice(SOURCES))  # fmt: skip


def write_pages(event: Event, draw: random.Random) -> list[Page]:
    """The pages on one event: its origin, sometimes a second one, and some of their echoes."""
    first, second, *rest = event.outlets
    wire = draw.random() < 0.4
    origin = event.agency if wire else first
    body = write_origin(event, origin, wire)
    pages = [Page("wire" if wire else "origin", origin, origin, body, day(3))]
    if draw.random() < 0.4:
        pages.append(Page("second origin", second, second, write_second(event, second), day(4)))
    kinds = [
        write_copy,
        write_rewrite,
        write_chain,
        write_credit,
        write_tag,
        write_verb,
        write_self,
    ]
    for outlet, write in zip(rest, draw.sample(kinds, 4), strict=False):
        between = draw.choice(rest[4:])
        pages.append(write(event, origin, outlet, between, body))
    return pages


def day(number: int) -> str:
    """A day of the month in which all is told."""
    return f"2031-05-{number:02}"


def write_origin(event: Event, origin: str, wire: bool) -> str:
    """The report that the others go back to, with sources of its own."""
    head = f"{event.firm} to {event.deed}\n\n"
    place = f"HARROW ({origin}) - " if wire else ""
    return (
        f"{head}{place}{event.firm} plans to {event.deed}, {event.source} told the {origin}.\n\n"
        f"The board discussed {event.thing} on Tuesday, the sources said. A decision is expected "
        f"before the summer, and the staff have not been told.\n\n"
        f"{event.firm} declined to comment on {event.about}."
    )


def write_second(event: Event, outlet: str) -> str:
    """A report of another desk with a source of its own."""
    return (
        f"Board papers show plan: {event.firm} is to {event.deed}\n\n"
        f"{event.firm} will {event.deed}, according to board papers seen by the {outlet}.\n\n"
        f"The papers put a date to {event.thing} and name those who drew up the plan."
    )


def write_copy(event: Event, origin: str, outlet: str, between: str, body: str) -> Page:
    """The origin's text under another outlet's name, with a line of its own."""
    text = f"{body}\n\nShares of {event.firm} rose after the news."
    return Page("copy", outlet, origin, text, day(4))


def write_rewrite(event: Event, origin: str, outlet: str, between: str, body: str) -> Page:
    """The same in other words, credited in the lead."""
    text = (
        f"{event.firm} said to weigh {event.thing}\n\n"
        f"{event.firm} is planning to {event.deed}, the {origin} reported on Wednesday, citing "
        f"{event.source}.\n\nNo decision has been made, the report said."
    )
    return Page("rewrite", outlet, origin, text, day(4))


def write_chain(event: Event, origin: str, outlet: str, between: str, body: str) -> Page:
    """An echo of an echo: both are named, the far one is the root."""
    text = (
        f"Report: {event.firm} wants to {event.deed}\n\n"
        f"{event.firm} wants to {event.deed}, the {between} said on Thursday, citing a report in "
        f"the {origin}.\n\nThe {between} did not speak to the company itself."
    )
    return Page("chain", outlet, origin, text, day(5))


def write_credit(event: Event, origin: str, outlet: str, between: str, body: str) -> Page:
    """Told as the page's own, with the credit at its end."""
    text = (
        f"{event.firm} plans {event.thing}\n\n"
        f"{event.firm} plans to {event.deed}. The board has talked about {event.thing} and wants "
        f"to decide before the summer.\n\n({origin})"
    )
    return Page("credit", outlet, origin, text, day(4))


def write_tag(event: Event, origin: str, outlet: str, between: str, body: str) -> Page:
    """Told as the page's own, under a credit in the dateline."""
    text = (
        f"{event.firm} plans {event.thing}\n\n"
        f"OSTRAND, May 4 ({origin}) - {event.firm} is going to {event.deed}, and wants to decide "
        f"before the summer.\n\nIts board has talked about {event.thing}."
    )
    return Page("tag", outlet, origin, text, day(4))


def write_verb(event: Event, origin: str, outlet: str, between: str, body: str) -> Page:
    """A credited report whose echo says that the company announced it."""
    text = (
        f"{event.firm} announces {event.thing}\n\n"
        f"{event.firm} has announced that it will {event.deed}, according to the {origin}.\n\n"
        f"The {origin} reported that the board had discussed {event.thing}."
    )
    return Page("echo's verb", outlet, origin, text, day(4))


def write_self(event: Event, origin: str, outlet: str, between: str, body: str) -> Page:
    """The origin tells its own story again and quotes itself."""
    text = (
        f"What we know about {event.thing}\n\n"
        f"{event.firm} plans to {event.deed}, as the {origin} first reported on Tuesday.\n\n"
        f"The union said that it had heard of {event.thing} from the {origin}."
    )
    return Page("quotes itself", origin, origin, text, day(6))


def read_pages(pages: Sequence[Page], reader: str) -> list[Reading]:
    """The pages, read as any page is."""
    kit = load_kit()
    return [
        flow.read(
            Capture(text=p.text, outlet=p.outlet, published=p.published, path=f"{n}.txt"),
            kit,
            reader=reader,
        )
        for n, p in enumerate(pages)
    ]


def print_scores(pages: Sequence[Page], readings: Sequence[Reading], show: bool) -> None:
    """Settle each event's pages as one ledger, and compare the claim most of them bear on."""
    events: dict[int, list[int]] = defaultdict(list)
    number = -1
    for place, page in enumerate(pages):
        number += page.kind in {"origin", "wire"}
        events[number].append(place)
    off = truth = 0
    right, total = Counter[str](), Counter[str]()
    for places in events.values():
        by_id = {readings[place].document.id: pages[place] for place in places}
        claim = find_claim(flow.settle([readings[p] for p in places], kit=load_kit()))
        roots = find_roots(claim)
        wanted = {page.root for page in by_id.values()}
        off += abs((claim.origins if claim else 0) - len(wanted))
        truth += len(wanted)
        for key, page in by_id.items():
            total[page.kind] += 1
            right[page.kind] += roots.get(key) == {page.root}
            if show and roots.get(key) != {page.root}:
                print(f"{page.kind}: {page.outlet} > {page.root}, found {roots.get(key)}\n"
                      f"    {page.text[:300]!r}")  # fmt: skip
    print(f"{len(pages)} pages on {len(events)} events, {truth} origins: off by {off} "
          f"({off / truth:.1%})")  # fmt: skip
    print(f"pages whose root is right: {right.total()} of {total.total()} "
          f"({right.total() / total.total():.1%})")  # fmt: skip
    for kind in sorted(total):
        print(f"  {kind:14} {right[kind]:4} of {total[kind]}")


def find_claim(claims: Sequence[Claim]) -> Claim | None:
    """The claim that most pages tell."""
    return max(claims, key=lambda c: (len(find_roots(c)), c.id), default=None)


def find_roots(claim: Claim | None) -> dict[str, set[str]]:
    """For each page that puts a claim forward, the roots of what it says for it."""
    roots: dict[str, set[str]] = defaultdict(set)
    for one in claim.evidence if claim else ():
        if one.stance is Stance.SUPPORTS:
            roots[one.document].add(one.root or "")
    return roots


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
