"""`onrecord bench`: how well and how fast onrecord does on files of annotated data."""

from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli import options
from onrecord.cli.gold import read_answers, read_gold, read_pages, watch
from onrecord.cli.opening import open_kit
from onrecord.cli.screen import note, print_json

if TYPE_CHECKING:
    from onrecord.bench import (
        Attribution,
        AttributionPage,
        Counts,
        QuantitySentence,
        StancePair,
        StanceScore,
    )

WARM_UP = "Orvane said on Monday that it would not sell 20 vans."  # loads what loads once

bench = typer.Typer(
    help="Score onrecord on annotated data: your own, or the public sets. Precision is the share "
    "of its answers that is right, recall the share of what was there that it found, F1 their "
    "harmonic mean.",
    no_args_is_help=False,
)
Data = Annotated[
    list[Path],
    typer.Option(
        "--data", metavar="FILE", help="Annotated data, a JSON object a line; repeatable."
    ),
]


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.add_typer(bench, name="bench")


@bench.command()
def attribution(
    data: Data,
    reader: options.Reader = options.DEFAULT_READER,
    found: Annotated[
        Path | None,
        typer.Option("--found", metavar="FILE", help="Score these answers instead of reading."),
    ] = None,
    by_kind: Annotated[
        bool, typer.Option("--by-kind", help="Also direct, indirect, nested speech and so on.")
    ] = False,
    as_json: options.AsJson = False,
) -> int:
    """Score who said what, by which words, against annotated articles.

    A line of FILE is `{"id", "text", "attributions": [{"source": [[0, 7]], "cue": [[8, 12]],
    "content": [[13, 60]]}]}`; spans count characters of the text, from 0, the end not included. A
    part that is not there is `[]`.

    Words are compared; punctuation never counts. *relation*: one attribution whose source and
    content each share at least half of the longer side's words with the annotated one; *content50*:
    the content alone; *exact*: the same words; *triple exact*: in all three parts.

    `--found` takes the output of `onrecord extract`, or lines `{"id", "attributions"}` of any tool.

    Examples:

    - `onrecord bench attribution --data polnear/dev.jsonl --by-kind`

    - `onrecord bench attribution --data mine.jsonl --reader rules --json`

    - `onrecord bench attribution --data mine.jsonl --found theirs.jsonl`
    """
    from onrecord.bench import add_counts, count_attributions, count_kinds

    pages = read_pages(data)
    spent = None
    if found is not None:
        answers = read_answers(found, pages)
    else:
        answers, spent = find_attributions(pages, reader)
    pairs = [(page, answers.get(page.id, ())) for page in pages]
    counts = add_counts(count_attributions(p.text, a, p.attributions) for p, a in pairs)
    kinds = add_counts(count_kinds(p.text, a, p.attributions) for p, a in pairs) if by_kind else {}
    told = {
        "data": [str(path) for path in data],
        "by": str(found) if found is not None else f"--reader {reader}",
        "articles": len(pages),
        "characters": sum(len(page.text) for page in pages),
    }
    told |= tell_speed(int(str(told["characters"])), "characters", spent)
    from onrecord.cli import scores

    if as_json:
        print_json(told | scores.plain_attribution(counts, kinds))
    else:
        scores.print_attribution(told, counts, kinds)
    return 0


@bench.command()
def quantities(data: Data, as_json: options.AsJson = False) -> int:
    """Score the quantities of single sentences, against annotated ones.

    A line of FILE is `{"text", "quantities": [{"value": "3.5", "normalized_unit": "dollar",
    "change": ">"}]}`; `change` is `= < > ~ up down`, or left out of all. A quantity is right if its
    value is (*value*); if its unit is too; if its bound is too. Several files count as one.

    Examples:

    - `onrecord bench quantities --data newsquant/dev.jsonl`

    - `onrecord bench quantities --data rtext/age.jsonl --data rtext/currency.jsonl`
    """
    from onrecord.bench import parse_quantities
    from onrecord.cli import scores

    sentences = read_gold(data, parse_quantities)
    counts, spent = find_quantities(sentences)
    told: dict[str, Any] = {"data": [str(path) for path in data], "sentences": len(sentences)}
    told |= tell_speed(len(sentences), "sentences", spent)
    if as_json:
        print_json(told | {"measures": scores.plain_counts(counts)})
    else:
        scores.print_quantities(told, counts)
    return 0


@bench.command()
def stance(data: Data, as_json: options.AsJson = False) -> int:
    """Score where texts stand towards a claim, against annotated pairs.

    A line of FILE is `{"claim", "headline" or "text", "stance"}`, the stance `supports`, `denies`,
    `discusses` or `unrelated` (or, as Emergent and FNC-1 call them, `for`, `against`, `observing`,
    `agree`, `disagree`, `discuss`).

    Example:

    - `onrecord bench stance --data emergent/dev.jsonl`
    """
    from onrecord.bench import parse_stance
    from onrecord.cli import scores

    pairs = read_gold(data, parse_stance)
    score, spent = tell_stances(pairs)
    told: dict[str, Any] = {"data": [str(path) for path in data], "pairs": len(pairs)}
    told |= tell_speed(len(pairs), "pairs", spent)
    if as_json:
        print_json(told | scores.plain_stances(score))
    else:
        scores.print_stances(told, score)
    return 0


@bench.command()
def rumours(
    data: Annotated[
        Path, typer.Option("--data", metavar="FILE", help="Annotated rumours, one JSON object.")
    ],
    texts: Annotated[
        Path, typer.Option("--texts", metavar="FOLDER", help="Their articles, ID.txt each.")
    ],
    reader: options.Reader = options.DEFAULT_READER,
    policy: options.Policy = options.DEFAULT_POLICY,
    as_json: options.AsJson = False,
) -> int:
    """Score where rumours stand, and the statements that bear on them, against annotated ones.

    FILE is `{"topics": [{"topic_id", "claim", "expected_status", "ambiguous"?,
    "alternative_status"?, "bodies": [{"body_id", "statements": [...]}]}]}`. Each claim is asked of
    its own articles, as `check` does, and of those of another topic, where silence is right.

    Example:

    - `onrecord bench rumours --data gold.json --texts texts/`
    """
    from onrecord.cli import rumours as asking
    from onrecord.cli import scores

    topics, pages, spent = asking.read_topics(data, texts, reader)
    status = asking.ask_topics(topics, pages, policy)
    said, words = asking.count_statements(topics, pages)
    found = next(iter(said.values())).found
    told: dict[str, Any] = {"data": [str(data)], "by": f"--reader {reader}", "rumours": len(topics)}
    told |= {"articles": len(pages), "abroad": asking.ask_abroad(topics, pages, policy)}
    told["statements_per_1000_words"] = round(1000 * found / max(1, words), 1)
    told |= tell_speed(sum(len(page.document.text) for page in pages.values()), "characters", spent)
    if as_json:
        print_json(told | scores.plain_rumours(status, said))
    else:
        scores.print_rumours(told, status, said)
    return 0


def find_attributions(
    pages: "Sequence[AttributionPage]", reader: str
) -> "tuple[dict[str, tuple[Attribution, ...]], float]":
    """What onrecord finds on each page, by id, and the CPU seconds that reading took.

    A page that cannot be read is named, and its attributions count as not found.
    """
    from onrecord import flow
    from onrecord.bench import Attribution
    from onrecord.ledger.pages import read_page
    from onrecord.model import Capture, Fault

    flow.reader_version(reader)
    kit = open_kit()
    read_page(Capture(text=WARM_UP), kit, reader)
    found = {}
    began = process_time()
    with watch(len(pages), "articles") as follow:
        for page in follow(pages):
            read = read_page(Capture(text=page.text, given_id=page.id), kit, reader)
            if isinstance(read, Fault):
                note(f"onrecord: {page.id}: {read.error}")
                continue
            found[page.id] = tuple(
                Attribution(
                    one.source.spans if one.source else (),
                    one.cue.spans if one.cue else (),
                    one.content.spans,
                )
                for one in read.statements
            )
    return found, process_time() - began


def find_quantities(sentences: "Sequence[QuantitySentence]") -> "tuple[Counts, float]":
    """The counts of what onrecord finds in each sentence, and the CPU seconds that it took."""
    from onrecord.bench import score_quantities
    from onrecord.measure import measure_sentence

    kit = open_kit()
    measure_sentence(WARM_UP, kit)
    began = process_time()
    with watch(len(sentences), "sentences") as follow:
        found = [measure_sentence(one.text, kit) for one in follow(sentences)]
    spent = process_time() - began
    wanted = (one.quantities for one in sentences)
    return score_quantities(zip(found, wanted, strict=True), kit), spent


def tell_stances(pairs: "Sequence[StancePair]") -> "tuple[StanceScore, float]":
    """The score of what onrecord says of each pair, and the CPU seconds that it took."""
    from onrecord.bench import score_stances
    from onrecord.judge import tell_stance

    kit = open_kit()
    tell_stance(WARM_UP, WARM_UP, kit)
    began = process_time()
    with watch(len(pairs), "pairs") as follow:
        told = [(one.stance, tell_stance(one.claim, one.text, kit)[0]) for one in follow(pairs)]
    return score_stances(told), process_time() - began


def tell_speed(number: int, what: str, spent: float | None) -> dict[str, Any]:
    """How much was read in a CPU second; nothing where nothing was read."""
    if spent is None:
        return {}
    return {
        "cpu_seconds": round(spent, 2),
        f"{what}_per_cpu_second": round(number / max(spent, 1e-6)),
    }
