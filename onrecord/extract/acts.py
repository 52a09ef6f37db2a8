"""What a source does by saying it: asserts, denies, confirms, declines, pledges, and so on.

Patterns of the kit's sheet extract_acts.tsv are tried in their order; where none fits, it is a
plain assertion. The order is by cost: a false denial or confirmation misleads most, so these ask
for plain words, and a refusal to speak is tried before them.
"""

import re
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.model import Act, Approach, Force

LEAD = 160  # characters of the cue and what follows it that a "lead" pattern may see
CONTENT = 320
# Where a match may begin at the latest: a "lead" pattern inside the cue; a "content" pattern near
# the head of the content, so that "knew that the story was untrue" is not read as a denial.
_DEEPER = re.compile(r"\w.*\b(?:that|whether|if|who|which|because|why)\b")
REACH = {"cue": LEAD, "content": 110, "both": LEAD, "source": LEAD}


@dataclass(frozen=True, slots=True)
class Deed:
    """An act with the force of a denial or the approach of a refusal."""

    act: Act
    force: Force | None = None
    approach: Approach | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the sheet, its pattern compiled."""

    deed: Deed
    where: str
    pattern: re.Pattern[str]


ASSERTED = Deed(Act.ASSERT)


def tell_act(cue: str, lead: str, content: str, source: str, kit: Kit) -> Deed:
    """The act of a statement from its words, folded and in lower case, one space between.

    `cue` begins with the auxiliaries before the cue, so that "did not deny" is seen; `lead` is
    the cue and what follows it in its sentence; `source` tells an editor's note.
    """
    seen = {
        "cue": cue,
        "lead": lead[:LEAD],
        "content": content[:CONTENT],
        "source": f"{source} | {cue} | {content[:CONTENT]}",
        "both": f"{cue} | {content[:CONTENT]}",
    }
    for rule in kit.once("extract.acts", _read):
        found = rule.pattern.search(seen[rule.where])
        if found and found.start() < REACH.get(rule.where, len(cue)):
            if rule.where == "content" and _DEEPER.search(content[: found.start()]):
                continue  # what the board knew to be untrue is not denied by the speaker
            return rule.deed
    return ASSERTED


def _read(kit: Kit) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            Deed(
                Act(row["act"]),
                Force(row["force"]) if row["force"] else None,
                Approach(row["approach"]) if row["approach"] else None,
            ),
            row["where"],
            re.compile(row["pattern"]),
        )
        for row in kit.rows("extract_acts")
    )
