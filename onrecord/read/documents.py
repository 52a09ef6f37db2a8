"""Documents: a capture read into regions, title, author, date, language, stories, passages."""

from onrecord.kit import Kit
from onrecord.model import Capture, Document, RegionKind, Span, make_id, text_sha256
from onrecord.read.calendar_forms import read_day
from onrecord.read.headlines import normal_title
from onrecord.read.languages import UNKNOWN, find_language
from onrecord.read.mastheads import find_author, find_outlet, find_published
from onrecord.read.nameplates import outlet_name
from onrecord.read.paragraphs import Paragraph, find_paragraphs
from onrecord.read.passages import find_passages, title_passage
from onrecord.read.regions import Label, find_regions, label_paragraphs
from onrecord.read.stories import find_stories
from onrecord.text import fold


def make_document(capture: Capture, kit: Kit) -> Document:
    """The document of a capture; its text is the capture's, unchanged."""
    text, sha = capture.text, text_sha256(capture.text)
    paragraphs = find_paragraphs(text)
    language = find_language(text, kit)
    given = capture.title and fold(capture.title)
    labels = label_paragraphs(paragraphs, given, language in ("en", UNKNOWN), kit)
    title, span = _find_title(capture, paragraphs, labels)
    outside = title if span is None else None
    published = _read_published(capture, paragraphs, labels)
    outlet = capture.outlet or find_outlet(capture.url, paragraphs, labels, text, kit)
    stories, of_paragraph, of_title = find_stories(text, sha, paragraphs, labels, title, kit)
    passages = find_passages(paragraphs, labels, of_paragraph)
    if outside:
        passages.insert(0, title_passage(outside, of_title))
    return Document(
        id=make_id("document", sha, capture.url, outlet, outside, published),
        text=text,
        text_sha256=sha,
        path=capture.path,
        url=capture.url,
        outlet=outlet and outlet_name(outlet, kit),
        author=capture.author or find_author(paragraphs, labels, text, kit),
        title=title,
        title_span=span,
        language=language,
        unread=language not in ("en", UNKNOWN),
        published=published,
        captured=capture.captured,
        version_of=None,
        regions=find_regions(text, paragraphs, labels),
        stories=tuple(stories),
        passages=tuple(passages),
    )


def _find_title(
    capture: Capture, paragraphs: list[Paragraph], labels: list[Label]
) -> tuple[str | None, Span | None]:
    """The title and where it stands in the text; a given one outranks the first headline."""
    wanted = normal_title(fold(capture.title)) if capture.title else None
    for one, label in zip(paragraphs, labels, strict=True):
        if label.kind is RegionKind.HEADLINE and wanted in (None, normal_title(one.folded)):
            return capture.text[one.start : one.end], Span(one.start, one.end)
        if wanted is None and label.kind is RegionKind.BODY:
            break
    return capture.title, None


def _read_published(
    capture: Capture, paragraphs: list[Paragraph], labels: list[Label]
) -> str | None:
    """The publication day: the carrier's, else one printed at the page's head, else none."""
    given = read_day(capture.published) if capture.published else None
    found = given or find_published(paragraphs, labels)
    return found.isoformat() if found else None
