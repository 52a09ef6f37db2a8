"""The product on one screen: `read` for one page alone, `settle` and `ask` across pages.

Every line is a stage; every stage is a plain function of a room. No stage opens a file, knows a
database or reads a clock.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord import extract, judge, link, measure, resolve
from onrecord import read as reader_room
from onrecord.errors import QuestionError
from onrecord.kit import Kit
from onrecord.model import (
    Answer,
    Capture,
    Claim,
    DateMention,
    Document,
    Entity,
    Flag,
    Judgement,
    Nearest,
    Proposition,
    Reading,
    Statement,
    make_id,
)

READERS = {"rules": "rules@1", "learned": "learned@1", "large": "large@1"}
DEFAULT_READER = "learned"
DEFAULT_POLICY = judge.DEFAULT_POLICY


def read(capture: Capture, kit: Kit, *, reader: str = DEFAULT_READER) -> Reading:
    """All that can be found on one page alone. `reader` says who finds the statements."""
    version = reader_version(reader)
    document = reader_room.make_document(capture, kit)
    if document.unread:
        return Reading(
            key=make_id("reading", document.id, version), reader=version, document=document
        )
    dates = reader_room.find_dates(document)
    mentions, entities = resolve.find_names(document, kit)
    statements = extract.find_statements(document, kit, reader=reader)
    statements = resolve.resolve_sources(document, statements, mentions, entities, kit)
    statements = extract.name_voices(document, statements, entities, kit)
    statements = date_statements(document, dates, statements)
    assertions = extract.find_assertions(document, statements, kit)
    assertions = date_statements(document, dates, assertions)
    figures = measure.find_figures(document, kit)
    checks = measure.check_figures(document, figures, kit)
    headline = judge.weigh_headline(document, statements, assertions, kit)
    return Reading(
        key=make_id("reading", document.id, version),
        reader=version,
        document=document,
        mentions=mentions,
        entities=entities,
        statements=statements,
        assertions=assertions,
        figures=figures,
        checks=checks,
        dates=dates,
        headline=headline,
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """What groups of statements are settled against: all pages that are `known`, the newest
    version of each, which of them are copies, those not read, and the latest day they know of.
    """

    known: Sequence[Reading]
    pages: Mapping[str, Reading]
    copies: Mapping[str, str]
    unread: Mapping[str, Sequence[Reading]]
    today: str


def set_scene(known: Sequence[Reading]) -> Scene:
    """The scene that all `known` pages make together."""
    pages = newest_pages(known)
    unread = link.index_unread(pages.values())
    return Scene(known, pages, link.find_copies(pages), unread, latest_day(pages.values()))


def settle(
    readings: Iterable[Reading],
    *,
    kit: Kit,
    judgements: Sequence[Judgement] = (),
    policy: str = DEFAULT_POLICY,
    as_of: str | None = None,
    known_at: str | None = None,
) -> tuple[Claim, ...]:
    """The claims of many pages, each with its evidence and its status under `policy`.

    A pure function: the order of the readings changes nothing. `as_of` counts what had been said
    by a day, `known_at` only pages captured by then.
    """
    scene = set_scene(captured_by(readings, known_at))
    propositions = [p for page in scene.pages.values() for p in link.make_propositions(page, kit)]
    groups = link.cluster_propositions(propositions, kit, link.read_ties(judgements))
    settled = settle_groups(groups, scene, kit=kit, policy=policy, as_of=as_of)
    claims = [claim for claim in settled if claim is not None]
    return judge.apply_judgements(claims, judgements)


def settle_groups(
    groups: Iterable[Sequence[Proposition]],
    scene: Scene,
    *,
    kit: Kit,
    policy: str = DEFAULT_POLICY,
    as_of: str | None = None,
) -> list[Claim | None]:
    """The claim that each group of statements makes, as the policy settles it; None where a group
    makes none.

    Each rests on its group and on the pages that this group stands on, and on nothing else, so
    that a ledger settles again only the groups that a new page changes.
    """
    rules = judge.load_policy(policy, kit)
    settled: list[Claim | None] = []
    for group in groups:
        if not judge.is_worth_a_claim(group, kit):
            settled.append(None)
            continue
        pages = link.find_surroundings(group, scene.pages, scene.copies, scene.unread)
        centre = link.find_centre(group, kit)
        cluster = link.make_cluster(group, centre, pages, scene.copies, kit)
        today = scene.today
        settled.append(
            judge.settle_claim(cluster, centre, pages, rules, kit, today=today, as_of=as_of)
        )
    found = iter(compare_figures([c for c in settled if c is not None], scene.known, kit))
    return [claim and next(found) for claim in settled]


def ask(
    sentence: str,
    readings: Iterable[Reading],
    *,
    kit: Kit,
    claims: Sequence[Claim] | None = None,
    judgements: Sequence[Judgement] = (),
    policy: str = DEFAULT_POLICY,
    as_of: str | None = None,
    known_at: str | None = None,
) -> Answer:
    """What the record says about a sentence, however it is worded; silent about what is not there.

    A question in the very words of a listed claim is answered with that claim. `claims` are the
    settled claims where they are at hand; otherwise they are settled here when they are needed:
    for a question in the words of a page, and to name the nearest where there is no answer.
    """
    asked, read_as = link.read_question(sentence, kit)
    if not asked.strip():
        raise QuestionError(f"check: {sentence!r} holds no claim; ask with a whole sentence")
    scene = set_scene(captured_by(readings, known_at))
    propositions = [p for page in scene.pages.values() for p in link.make_propositions(page, kit)]
    names = name_parties(asked, list_entities(scene.pages.values()), kit)
    if claims is None and link.may_be_listed(sentence, propositions):
        claims = settle(scene.known, kit=kit, judgements=judgements, policy=policy, as_of=as_of)
    listed = link.in_its_words(sentence, claims or ())
    if listed is not None:
        return Answer(sentence, listed, 1.0)
    found = answer(
        asked,
        names,
        propositions,
        lambda _: scene,
        kit=kit,
        policy=policy,
        as_of=as_of,
        worded=sentence,
    )
    if found is not None:
        judged = judge.apply_judgements([found.claim], judgements)[0]
        otherwise = link.differs_from(judged, claims or ())
        return Answer(sentence, judged, found.similarity, (), read_as, otherwise)
    if claims is None:
        claims = settle(scene.known, kit=kit, judgements=judgements, policy=policy, as_of=as_of)
    return name_nearest(sentence, asked, read_as, claims, kit)


@dataclass(frozen=True, slots=True)
class Found:
    """The claim that answers a question, and how like it is to what was asked."""

    claim: Claim
    similarity: float


def answer(
    asked: str,
    names: Sequence[str],
    propositions: Sequence[Proposition],
    scene_of: Callable[[Sequence[Proposition]], Scene],
    *,
    kit: Kit,
    policy: str = DEFAULT_POLICY,
    as_of: str | None = None,
    worded: str = "",
) -> Found | None:
    """The claim that `propositions` make of what is asked (as `link.read_question` reads it; it
    was `worded` so) about the parties `names`; None where they are silent about it. `scene_of`
    gives the pages that what bears on it rests on.
    """
    figures = measure.measure_sentence(asked, kit)
    scores, bearing = link.gather(asked, names, propositions, kit, figures)
    if not bearing:
        return None
    scene = scene_of(list(bearing.values()))
    pages = link.find_surroundings(list(bearing.values()), scene.pages, scene.copies, scene.unread)
    cluster = link.answer_cluster(bearing, scores, names, pages, scene.copies, asked, kit, figures)
    cluster = replace(cluster, asked=worded or asked)
    centre = link.find_answer(bearing, scores)
    rules = judge.load_policy(policy, kit)
    claim = judge.settle_claim(
        cluster,
        centre,
        pages,
        rules,
        kit,
        today=scene.today,
        as_of=as_of,
        denied_alone=True,
    )
    if claim is None:
        return None
    return Found(compare_figures([claim], scene.known, kit)[0], max(scores.values()))


def name_nearest(
    sentence: str, asked: str, read_as: str | None, claims: Iterable[Claim], kit: Kit
) -> Answer:
    """The answer where the record is silent: the claims that are nearest to what was asked."""
    nearest: list[Nearest] = link.rank_claims(asked, claims, kit)
    best = nearest[0].similarity if nearest else 0.0
    return Answer(sentence, None, best, tuple(nearest), read_as)


def compare_figures(claims: Sequence[Claim], readings: Sequence[Reading], kit: Kit) -> list[Claim]:
    """Claims with what their accounts differ in by figures added to their differences; earlier
    versions of a page are among `readings`, since they show what was revised.
    """
    found = measure.compare_accounts(readings, claims, kit)
    return [
        replace(
            claim,
            differences=claim.differences + found[claim.id],
            flags=tuple(f for f in Flag if f in {*claim.flags, Flag.ACCOUNTS_DIFFER}),
        )
        if claim.id in found
        else claim
        for claim in claims
    ]


def reader_version(reader: str) -> str:
    """The version that a reader's readings are kept under; raises `QuestionError` for no reader."""
    if reader not in READERS:
        raise QuestionError(f"reader {reader!r} is not installed; there is {', '.join(READERS)}")
    return READERS[reader]


def captured_by(readings: Iterable[Reading], known_at: str | None = None) -> list[Reading]:
    """The readings of pages captured by `known_at`, one a document, in the order of their ids."""
    ordered = sorted(readings, key=lambda r: (r.document.id, r.key))
    kept = {
        r.document.id: r
        for r in ordered
        if known_at is None or (r.document.captured or "") <= known_at
    }
    return list(kept.values())


def newest_pages(readings: Iterable[Reading]) -> dict[str, Reading]:
    """The pages by document id; a superseded version gives way to the newest one of its page."""
    pages = {reading.document.id: reading for reading in readings}
    superseded = {page.document.version_of for page in pages.values()}
    return {key: page for key, page in pages.items() if key not in superseded}


def latest_day(pages: Iterable[Reading]) -> str:
    """The day on which promises are judged to be due: the latest that the pages know of."""
    days = [
        day[:10]
        for page in pages
        for day in (page.document.published, page.document.captured)
        if day
    ]
    return max(days, default="")


def date_statements(
    document: Document, dates: Sequence[DateMention], statements: Iterable[Statement]
) -> tuple[Statement, ...]:
    """Statements with the day on which they were made: from their sentence, else the page."""
    dated = []
    for statement in statements:
        said_by = statement.cue or statement.content
        said = reader_room.said_at(document, dates, said_by.spans, said_by.where)
        dated.append(replace(statement, said=said))
    return tuple(dated)


def list_entities(pages: Iterable[Reading]) -> dict[str, Entity]:
    """What the pages know by name; the last page that knows a name says what it names."""
    return {entity.name: entity for page in pages for entity in page.entities}


def name_parties(asked: str, known: Mapping[str, Entity], kit: Kit) -> tuple[str, ...]:
    """The parties that a question names, as the pages call them, in the question's order."""
    document = reader_room.make_document(Capture(text=asked), kit)
    mentions, _ = resolve.find_names(document, kit)
    return link.match_names(asked, [m.entity for m in mentions if m.entity], known, kit)
