"""A kit whose gazetteer knows invented companies, outlets and products only."""

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.kit import Kit, load_kit
from onrecord.model import (
    Act,
    Document,
    Entity,
    Mention,
    Part,
    Passage,
    Region,
    RegionKind,
    Source,
    Span,
    Statement,
    Story,
    StoryKind,
    text_sha256,
)
from onrecord.resolve import find_names, resolve_sources
from onrecord.text import split_sentences

SHEETS = {
    "names_companies": """name\taliases\tsector\tcountry
Norvane\tNorvane Motor|Norvane Motor Company\tautomobiles\tSE
Karsund\t\tautomobiles\tNO
Velmora\tVelmora Cars\tautomobiles\tIT
Zelquor\t\tself-driving\tUS
Brixelle\t\tride hailing\tGB
Duralyx\t\tauto parts\tFR
Target\tTarget Stores\tretail\tUS
Hartley\t\tretail\tGB
""",
    "names_listed": "name\taliases\tsector\tcountry\n",
    "names_outlets": """name\taliases\trole\tcountry
Harbour Post\tThe Harbour Post\toutlet\tGB
Evening Ledger\tEL\toutlet\tGB
KQXZ-TV\tKQXZ\toutlet\tUS
The Verge\t\toutlet\tUS
Chatterbox\t\tplatform\tUS
""",
    "names_broadcasters": "name\nKQXZ-TV\n",
    "names_authorities": """name\taliases\trole\tcountry
Office of Rail Safety\tORS\tregulator\tGB
Castle Dealers Association\tCDA\tassociation\tUS
""",
    "names_products": """name\taliases\tmaker\tsector
Solantha\t\tKarsund\tautomobiles
Mirro\t\tKarsund\tautomobiles
""",
    "names_people": "name\taliases\tgender\nOrla Quennell\tQuennell\tf\n",
}

Read = Callable[[str], tuple[tuple[Mention, ...], tuple[Entity, ...]]]
Resolve = Callable[..., list[Source]]


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    """The packaged kit with an invented gazetteer laid over it."""
    folder: Path = tmp_path_factory.mktemp("kit")
    for sheet, rows in SHEETS.items():
        (folder / f"{sheet}.tsv").write_text(rows, encoding="utf-8")
    return load_kit(folder)


def make_page(text: str, title: str | None = None, stories: int = 1) -> Document:
    """A page of plain sentences; with two stories, each paragraph is a story of its own."""
    passages: list[Passage] = []
    place = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        story = f"s{number if stories > 1 else 0}"
        for start, end in split_sentences(text, place, place + len(line)):
            passages.append(Passage(start, end, RegionKind.BODY, story, number))
        place += len(line)
    names = sorted({p.story or "" for p in passages})
    span = Span(0, len(text))
    return Document(
        id="page",
        text=text,
        text_sha256=text_sha256(text),
        path=None,
        url=None,
        outlet=None,
        author=None,
        title=title,
        title_span=None,
        language="en",
        unread=False,
        published=None,
        captured=None,
        version_of=None,
        regions=(Region(RegionKind.BODY, 0, len(text)),),
        stories=tuple(Story(n, None, StoryKind.STORY, 0, len(text), (span,)) for n in names),
        passages=tuple(passages),
    )


@pytest.fixture
def read(kit: Kit) -> Read:
    """Finds the names of a text."""
    return lambda text: find_names(make_page(text), kit)


@pytest.fixture
def resolve(kit: Kit) -> Resolve:
    """Resolves sources written in order of the text, each found after the one before."""

    def run(text: str, *sources: str, stories: int = 1) -> list[Source]:
        document = make_page(text, stories=stories)
        statements, place = [], 0
        for number, words in enumerate(sources):
            start = text.index(words, place)
            place = start + len(words)
            source = Source((Span(start, place),), words)
            content = Part((Span(0, 1),), text[:1])
            statements.append(
                Statement(str(number), None, RegionKind.BODY, source, None, content, Act.ASSERT)
            )
        mentions, entities = find_names(document, kit)
        solved = resolve_sources(document, statements, mentions, entities, kit)
        return [statement.source for statement in solved if statement.source]

    return run
