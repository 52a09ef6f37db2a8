"""An invented page with attributions, its spans found by the words."""

from dataclasses import replace

from onrecord.bench import Attribution
from onrecord.model import Span

TEXT = """Orvane drops its plan for Velland

Orvane Motors said on Monday that it had dropped its plan for a plant in Velland. “We looked at \
it,” said Mara Quill, its chief, “and it did not pay.”

Critics call the move “late and dear” for the town, according to a note. Nobody was asked.
"""


def spans(*words: str) -> tuple[Span, ...]:
    """Where each run of words stands in `TEXT`."""
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


def make(source: str = "", cue: str = "", *content: str) -> Attribution:
    """An attribution by its words."""
    return Attribution(spans(source) if source else (), spans(cue) if cue else (), spans(*content))


DROPPED = make("Orvane Motors", "said", "it had dropped its plan for a plant in Velland")
_SAID = TEXT.index("said Mara")
LOOKED = replace(
    make("Mara Quill, its chief", "", "“We looked at it,”", "“and it did not pay.”"),
    cue=(Span(_SAID, _SAID + len("said")),),
)
CRITICS = make("", "according to a note", "Critics call the move “late and dear” for the town")
GOLD = (DROPPED, LOOKED, CRITICS)
