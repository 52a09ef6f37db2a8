"""What a page says again and again in the very same words: it stands where the first time does.

From the fourth time on it is compared with nothing and lends its group no weight, so a page that
repeats itself a thousand times costs no more comparisons than one that says it three times, and
does not pull a claim its way. Which statements are twins rests on their page alone.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from onrecord.model import Proposition

# An article may say a thing in its headline, its text and a caption; who says it more often repeats
# itself. Counting each thing once would change what such articles lend to a claim.
OFTEN = 3

Key = tuple[str, str]


def find_twins(
    propositions: Iterable[Proposition],
    tied: Collection[Key],
    joins: Callable[[Proposition, Proposition], bool],
) -> dict[Key, Key]:
    """For each proposition that its page has said `OFTEN` times before in the same words, the
    first that did.

    What a person tied (`tied`) stands for itself, and so does what would not be joined with its
    like (`joins`): "he said so", many times, may be about many things.
    """
    alike: dict[object, list[Proposition]] = defaultdict(list)
    for proposition in sorted(propositions, key=lambda p: (p.document, p.order, p.key)):
        if proposition.key not in tied:
            alike[_look_of(proposition)].append(proposition)
    return {
        twin.key: found[0].key
        for found in alike.values()
        if len(found) > OFTEN and joins(found[0], found[1])
        for twin in found[OFTEN:]
    }


def _look_of(proposition: Proposition) -> object:
    """All of a proposition but where it stands on its page."""
    return (
        proposition.document,
        proposition.headline,
        proposition.statement.act,
        proposition.statement.content.text,
        proposition.sentence,
        proposition.terms,
        proposition.context,
        proposition.names,
        proposition.beside,
    )
