"""Answers out of the views: `check` looks at the pages that hold the words of its question."""

from collections.abc import Sequence

from onrecord import flow, link
from onrecord.errors import QuestionError
from onrecord.judge import apply_judgements
from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.ledger.arrivals import WORD, marks_of
from onrecord.ledger.standing import Bench, find_scene
from onrecord.link.answers import without_asides
from onrecord.link.propositions import CLASS, telling_stems, telling_terms
from onrecord.model import Answer, Entity, Proposition
from onrecord.store import Views

# Pages that are looked at, those first that hold most of the question by weight. A claim that more
# pages tell is told by these; it bounds what a question about a company in every article costs.
MOST_PAGES = 300
_TELLS_APART = 4.0  # idf of a word that tells one name from others: one document in fifty
_MOST_NAMES = 60  # longer names looked up for one question
_CLASS_WEIGHT = 2.0  # of a kind of event, whatever word tells of it


def ask_views(sentence: str, bench: Bench) -> Answer:
    """What a settled ledger says about a sentence; the pages that share no telling word with it
    are not looked at.
    """
    asked, read_as = link.read_question(sentence, bench.kit)
    if not asked.strip():
        raise QuestionError(f"check: {sentence!r} holds no claim; ask with a whole sentence")
    views = bench.holdings.views
    documents = find_pages(views, asked, bench.kit)
    numbers = {page.number: d for d, page in views.pages(documents).items() if page.live}
    propositions = [
        p for number in sorted(numbers, key=numbers.__getitem__) for p in bench.board.page(number)
    ]
    names = flow.name_parties(asked, _find_entities(bench, asked), bench.kit)

    def scene_of(bearing: Sequence[Proposition]) -> flow.Scene:
        return find_scene(bench, bearing)

    near = [claim for _, claim in views.claims(views.clusters_resting_on(documents))]
    listed = link.in_its_words(sentence, near)
    if listed is not None:
        return Answer(sentence, listed, 1.0)
    found = flow.answer(
        asked,
        names,
        propositions,
        scene_of,
        kit=bench.kit,
        policy=bench.policy,
        as_of=bench.as_of,
        worded=sentence,
    )
    if found is not None:
        judged = apply_judgements([found.claim], bench.judgements)[0]
        otherwise = link.differs_from(judged, near)
        return Answer(sentence, judged, found.similarity, (), read_as, otherwise)
    return flow.name_nearest(sentence, asked, read_as, near, bench.kit)


def find_pages(views: Views, asked: str, kit: Kit) -> list[str]:
    """The documents that hold most of a question's words by weight, sorted by id."""
    words = marks_of(WORD, telling_terms(without_asides(asked), kit))
    weight = load_idf(kit).weight
    weights = {m: _CLASS_WEIGHT if w[0] == CLASS else weight(w) for m, w in words.items()}
    held = {d: sum(weights[m] for m in sorted(found)) for d, found in views.marked(words).items()}
    return sorted(sorted(held, key=lambda d: (-held[d], d))[:MOST_PAGES])


def _find_entities(bench: Bench, asked: str) -> dict[str, Entity]:
    """What the ledger knows by the names that stand in a question, or begin or end there: "Norvik"
    may be meant for Norvik Shipping.
    """
    stems = telling_stems(asked, bench.kit)
    words = {word.strip("\"'“”‘’,;:()") for word in asked.lower().split()}
    weight = load_idf(bench.kit).weight
    telling = {stem for stem in stems if weight(stem) >= _TELLS_APART}
    named = dict(bench.holdings.views.named(stems | words))
    whole = [name for name in sorted(named) if telling_stems(name, bench.kit) <= stems]
    partly = [name for name in sorted(named) if telling_stems(name, bench.kit) & telling]
    known = {name: named[name] for name in (*whole, *partly[:_MOST_NAMES])}
    pages = {r.document.id: r for r in bench.holdings.readings(set(known.values()))}
    return {
        name: entity
        for name, document in known.items()
        for entity in pages[document].entities
        if entity.name == name
    }
