"""Whole pages joined into stories: which report the same event, not merely the same kind of event.

Two arrests of two actresses share most of their words; what tells them apart are the names. So a
word written as a name weighs more. The nearness of two pages depends on the pair and the kit alone.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.agglomeration import WHOLE, find_components, join_nearest
from onrecord.link.propositions import TELLING
from onrecord.text import find_tokens, split_sentences, stem

# Chosen on ECB+'s development stories (496 documents, 42 stories): B-cubed F1 .91, and .90 or more
# from 210 to 270; with names weighed like other words .88.
NAME = 2.0  # what a word weighs that is written as a name, beside one that is not
_AGAIN = 0.5  # how much more a word weighs for standing again, by the logarithm of the times
SAME_STORY = 250  # least average nearness of two groups of pages, in thousandths

Profile = Mapping[str, float]


def join_stories(texts: Sequence[str], kit: Kit) -> list[int]:
    """The number of the story of each text; texts of one story have one number."""
    profiles = [profile_text(text, kit) for text in texts]
    likeness: dict[int, dict[int, int]] = {number: {} for number in range(len(texts))}
    for one in range(len(texts)):
        for other in range(one):
            near = round(compare_profiles(profiles[one], profiles[other]) * WHOLE)
            if near > 0:
                likeness[one][other] = likeness[other][one] = near
    stories: dict[int, int] = {}
    for component in find_components(sorted(likeness), likeness, SAME_STORY):
        for group in join_nearest(component, likeness, SAME_STORY).groups:
            stories.update(dict.fromkeys(group, min(group)))
    return [stories[number] for number in range(len(texts))]


def profile_text(text: str, kit: Kit) -> Profile:
    """The telling stems of a text with their weights, of length 1 together."""
    weight = load_idf(kit).weight
    times, most = Counter[str](), dict[str, float]()
    for start, end in split_sentences(text):
        sentence = text[start:end]
        for place, token in enumerate(find_tokens(sentence)):
            one = stem(token.word)
            if len(token.word) < 2 or not token.word[0].isalnum() or weight(one) <= TELLING:
                continue
            named = place > 0 and sentence[token.start].isupper()
            times[one] += 1
            most[one] = max(most.get(one, 0.0), weight(one) * (NAME if named else 1.0))
    found = {s: most[s] * (1 + _AGAIN * math.log(times[s])) for s in sorted(most)}
    length = math.sqrt(math.fsum(value * value for value in found.values()))
    return {s: value / length for s, value in found.items()} if length else {}


def compare_profiles(left: Profile, right: Profile) -> float:
    """The cosine of two profiles, 0 to 1."""
    return math.fsum(left[s] * right[s] for s in left.keys() & right.keys())
