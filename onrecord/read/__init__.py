"""From bytes to a document: captures, regions, stories, passages and dates."""

from onrecord.read.captures import capture_record, open_captures
from onrecord.read.dates import find_dates
from onrecord.read.documents import make_document
from onrecord.read.said import said_at

__all__ = ["capture_record", "find_dates", "make_document", "open_captures", "said_at"]
