"""Stories: a roundup cut into its stories; any other page is one."""

from onrecord.kit import Kit
from onrecord.model import RegionKind, Span, Story, StoryKind, make_id
from onrecord.read.paragraphs import Paragraph
from onrecord.read.regions import Label

_TOLD = frozenset({RegionKind.HEADLINE, RegionKind.BYLINE, RegionKind.BODY, RegionKind.OPINION})


def find_stories(
    sha: str, paragraphs: list[Paragraph], labels: list[Label], title: str | None, kit: Kit
) -> tuple[list[Story], list[str | None], str | None]:
    """The stories, the story of each paragraph, and the story that the title tells."""
    told = [number for number, label in enumerate(labels) if label.kind in _TOLD]
    if not told:
        return [], [None] * len(paragraphs), None
    spans = _spans(paragraphs, told)
    story = Story(
        make_id("story", sha, spans[0].start, spans[-1].end),
        title,
        StoryKind.STORY,
        spans[0].start,
        spans[-1].end,
        spans,
    )
    inside = set(told)
    return [story], [story.id if n in inside else None for n in range(len(paragraphs))], story.id


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
