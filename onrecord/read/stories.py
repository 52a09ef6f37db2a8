"""Stories: a roundup cut into its stories; any other page is one.

A page is a roundup only where its sections share no name that runs through them: the sections of
a long article do. Inside a section of a roundup a paragraph that speaks of something else than
the paragraphs on both sides is a story of its own, so a story may be discontinuous.
"""

from dataclasses import dataclass, field

from onrecord.kit import Kit
from onrecord.model import RegionKind, Span, Story, StoryKind, make_id
from onrecord.read.cohesion import (
    Topic,
    are_apart,
    find_breaks,
    find_strays,
    find_topics,
    lead_names,
)
from onrecord.read.headlines import normal_title
from onrecord.read.paragraphs import Paragraph
from onrecord.read.regions import Label

_PROSE = frozenset({RegionKind.BODY, RegionKind.OPINION})
_TOLD = _PROSE | {RegionKind.HEADLINE, RegionKind.BYLINE}
_LEAST_SECTIONS = 3
_LEAST_LISTED = 3  # stories whose names an introduction must give to be their summary
_LEAST_STORY_WORDS = 12
_SHORT_INTRO = 2  # paragraphs: an introduction so short sums up, a longer one tells


@dataclass(slots=True)
class _Section:
    """The paragraphs of one story to be, and its heading's."""

    heading: int | None
    body: list[int] = field(default_factory=list)
    kind: StoryKind = StoryKind.STORY


def find_stories(
    text: str,
    sha: str,
    paragraphs: list[Paragraph],
    labels: list[Label],
    title: str | None,
    kit: Kit,
) -> tuple[list[Story], list[str | None], str | None]:
    """The stories, the story of each paragraph, and the story that the title tells."""
    nothing: list[str | None] = [None] * len(paragraphs)
    told = [number for number, label in enumerate(labels) if label.kind in _TOLD]
    if not told:
        return [], nothing, None
    prose = [n for n in told if _is_prose(labels[n])]
    sections = _cut_sections(told, prose, labels)
    topics: dict[int, Topic] = {}
    headed = [section for section in sections if section.heading is not None and section.body]
    if len(headed) >= _LEAST_SECTIONS:
        topics = dict(zip(told, find_topics([paragraphs[n] for n in told], kit), strict=True))
        stories = _cut_headed(sections, paragraphs, topics, kit)
    else:
        stories = _cut_unheaded(prose, paragraphs, kit) if not headed else []
    if len(stories) < _LEAST_SECTIONS:
        one = _make_story(sha, title, StoryKind.STORY, paragraphs, told)
        inside = set(told)
        return [one], [one.id if n in inside else None for n in range(len(paragraphs))], one.id
    return _number_stories(text, sha, stories, paragraphs, labels, nothing, title, kit)


def _is_prose(label: Label) -> bool:
    return label.kind in _PROSE or label.after in _PROSE


def _cut_sections(told: list[int], prose: list[int], labels: list[Label]) -> list[_Section]:
    """Sections at headings: headlines, but the first, with prose right after them."""
    follows = set(prose)
    sections = [_Section(None)]
    first = next((n for n in told if labels[n].kind is RegionKind.HEADLINE), None)
    for place, number in enumerate(told):
        after = told[place + 1] if place + 1 < len(told) else None
        if number in follows:
            sections[-1].body.append(number)
        elif labels[number].kind is RegionKind.HEADLINE and number != first and after in follows:
            sections.append(_Section(number))
    return sections


def _cut_headed(
    sections: list[_Section], paragraphs: list[Paragraph], topics: dict[int, Topic], kit: Kit
) -> list[_Section]:
    """The stories of a page with headings, or none where they are chapters of one article."""
    summaries = kit.words("read_summaries")
    for section in sections:
        if section.heading is not None:
            words = normal_title(paragraphs[section.heading].folded)
            if words in summaries:
                section.kind = StoryKind.SUMMARY
    told = [one for one in sections if one.heading is not None and one.kind is StoryKind.STORY]
    if len(told) < _LEAST_SECTIONS or not are_apart(
        [[topics[n] for n in _numbers(section)] for section in told]
    ):
        return []
    found: list[_Section] = []
    for section in sections:
        if section.heading is None:
            _judge_intro(section, told, topics)
        if section.body:
            found.extend(_part_strays(section, topics, kit))
    return found


def _numbers(section: _Section) -> list[int]:
    return section.body if section.heading is None else [section.heading, *section.body]


def _judge_intro(section: _Section, told: list[_Section], topics: dict[int, Topic]) -> None:
    """An introduction that names what several stories are about sums them up."""
    named = {name for number in section.body for name in topics[number].names}
    listed = sum(bool(named & lead_names([topics[n] for n in _numbers(one)])) for one in told)
    if listed >= _LEAST_LISTED or 0 < len(section.body) <= _SHORT_INTRO:
        section.kind = StoryKind.SUMMARY


def _part_strays(section: _Section, topics: dict[int, Topic], kit: Kit) -> list[_Section]:
    """A section, and each stray paragraph or two in it as a story of its own."""
    if section.heading is None or section.kind is StoryKind.SUMMARY:
        return [section]
    numbers = _numbers(section)
    runs = find_strays([topics[n] for n in numbers], kit)
    strays = [[numbers[place] for place in run] for run in runs]
    apart = {n for run in strays for n in run}
    section.body = [n for n in section.body if n not in apart]
    return [section, *(_Section(None, run) for run in strays)]


def _is_whole(one: Paragraph) -> bool:
    """Whether a paragraph could be a story: a signature or an entry of a list could not."""
    return one.is_closed and len(one.words) >= _LEAST_STORY_WORDS


def _cut_unheaded(prose: list[int], paragraphs: list[Paragraph], kit: Kit) -> list[_Section]:
    """The stories of a page without headings, cut where nothing named goes on."""
    whole = [n for n in prose if _is_whole(paragraphs[n])]
    breaks = {whole[place] for place in find_breaks([paragraphs[n] for n in whole], kit)}
    sections = [_Section(None)]
    for number in prose:
        if number in breaks:
            sections.append(_Section(None))
        sections[-1].body.append(number)
    return sections


def _number_stories(
    text: str,
    sha: str,
    sections: list[_Section],
    paragraphs: list[Paragraph],
    labels: list[Label],
    of_paragraph: list[str | None],
    title: str | None,
    kit: Kit,
) -> tuple[list[Story], list[str | None], str | None]:
    """The stories of sections, in order of their place."""
    stories = []
    for section in sorted(sections, key=lambda one: _numbers(one)[0]):
        numbers = _numbers(section)
        head = None if section.heading is None else paragraphs[section.heading]
        heading = text[head.start : head.end] if head else None
        story = _make_story(sha, heading, section.kind, paragraphs, numbers)
        stories.append(story)
        for number in numbers:
            of_paragraph[number] = story.id
    titled = _titled_story(sections, paragraphs, title, kit, of_paragraph)
    for number, label in enumerate(labels):
        if label.kind is RegionKind.HEADLINE and of_paragraph[number] is None:
            of_paragraph[number] = titled
    return stories, of_paragraph, titled


def _titled_story(
    sections: list[_Section],
    paragraphs: list[Paragraph],
    title: str | None,
    kit: Kit,
    of_paragraph: list[str | None],
) -> str | None:
    """The story that a roundup's title tells: the first that has most of the title's names."""
    if not title:
        return None
    best, most = None, 0
    for section in sections:
        if section.kind is StoryKind.SUMMARY:
            continue
        words = {word for n in _numbers(section) for word in paragraphs[n].words}
        shared = sum(
            word in words
            and not word[0].islower()
            and word.lower() not in kit.words("read_english")
            for word in set(title.split())
        )
        if shared > most:
            best, most = of_paragraph[_numbers(section)[0]], shared
    return best


def _make_story(
    sha: str,
    heading: str | None,
    kind: StoryKind,
    paragraphs: list[Paragraph],
    numbers: list[int],
) -> Story:
    spans = _spans(paragraphs, numbers)
    start, end = spans[0].start, spans[-1].end
    return Story(make_id("story", sha, start, end), heading, kind, start, end, spans)


def _spans(paragraphs: list[Paragraph], numbers: list[int]) -> tuple[Span, ...]:
    """The spans of paragraphs, runs of neighbours made one."""
    spans: list[Span] = []
    last = -2
    for number in numbers:
        if number == last + 1:
            spans[-1] = Span(spans[-1].start, paragraphs[number].end)
        else:
            spans.append(Span(paragraphs[number].start, paragraphs[number].end))
        last = number
    return tuple(spans)
