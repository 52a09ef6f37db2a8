"""Annotated rumours put to onrecord as a person would: each claim asked of its own articles."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from onrecord.cli.gold import watch
from onrecord.cli.opening import name_policy, open_kit
from onrecord.errors import InputError
from onrecord.model import Fault, Reading

if TYPE_CHECKING:
    from onrecord.bench import Count, RumourTopic, StatusScore
    from onrecord.model import Capture, Status

ABROAD = 7  # topics further on: whose articles a claim is asked of that do not tell of it

Pages = Mapping[str, Reading]


def read_topics(
    data: Path, texts: Path, reader: str
) -> "tuple[list[RumourTopic], dict[str, Reading], float]":
    """The topics of a file, the readings of their articles by id, and the CPU seconds they took."""
    from onrecord import flow
    from onrecord.bench import parse_topics
    from onrecord.ledger.pages import read_page
    from onrecord.model import Capture
    from onrecord.read.captures import parse_record

    flow.reader_version(reader)
    try:
        topics = parse_topics(parse_record(data.read_bytes()))
    except InputError as error:
        raise InputError(f"{data}: {error}") from None
    kit = open_kit()
    read_page(Capture(text="Orvane said on Monday that it would stay."), kit, reader)
    pages: dict[str, Reading] = {}
    began = process_time()
    names = [name for topic in topics for name in topic.bodies]
    with watch(len(names), "articles") as follow:
        for name in follow(names):
            page = read_page(_open(texts / f"{name}.txt"), kit, reader)
            if isinstance(page, Fault):
                raise InputError(f"{name}: {page.error}")
            pages[name] = page
    return topics, pages, process_time() - began


def _open(path: Path) -> "Capture":
    from onrecord.read import open_captures

    for found in open_captures(path):
        if isinstance(found, Fault):
            raise InputError(f"{path}: {found.error}")
        return found
    raise InputError(f"{path}: expected an article; it is empty")


def ask_topics(topics: "Sequence[RumourTopic]", pages: Pages, policy: str) -> "StatusScore":
    """The score of the statuses when each claim is asked of its own articles."""
    from onrecord.bench import score_statuses

    with watch(len(topics), "claims") as follow:
        told = {one.id: _ask(one.claim, one, pages, policy) for one in follow(topics)}
    return score_statuses(topics, told)


def ask_abroad(topics: "Sequence[RumourTopic]", pages: Pages, policy: str) -> int:
    """How many claims are answered from the articles of another topic; none should be."""
    others = [topics[(place + ABROAD) % len(topics)] for place in range(len(topics))]
    pairs = zip(topics, others, strict=True)
    return sum(_ask(one.claim, other, pages, policy) is not None for one, other in pairs)


def _ask(claim: str, topic: "RumourTopic", pages: Pages, policy: str) -> "Status | None":
    from onrecord import flow

    readings = [pages[name] for name in topic.bodies]
    answer = flow.ask(claim, readings, kit=open_kit(), claims=(), policy=name_policy(policy))
    return answer.claim.status if answer.claim else None


def count_statements(
    topics: "Sequence[RumourTopic]", pages: Pages
) -> "tuple[dict[str, Count], int]":
    """The annotated statements that were found, over all articles, and the words of these."""
    from onrecord.bench import Said, add_counts, count_said

    counts, words = [], 0
    for topic in topics:
        for name, wanted in topic.bodies.items():
            page = pages[name]
            words += len(page.document.text.split())
            found = [
                Said(one.source.spans if one.source else (), one.content.spans, one.act)
                for one in page.statements
            ]
            counts.append(count_said(found, wanted))
    return add_counts(counts), words
