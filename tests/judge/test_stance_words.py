"""What the stance judge sees of a passage."""

from onrecord.judge.stance_cues import find_cues, find_longest_cues, load_cues, split_words
from onrecord.judge.stance_words import read_words
from onrecord.kit import load_kit


def groups(text: str) -> set[str]:
    return {hit.group for hit in read_words(text, load_kit()).hits}


def test_a_cue_is_found_in_any_of_its_forms() -> None:
    assert "deny" in groups("Tilde denied it")
    assert "deny" in groups("Tilde was denying it")


def test_a_cue_of_several_words_needs_them_all() -> None:
    assert "refute" in groups("there is no truth to it")
    assert "refute" not in groups("there is no bread in it")


def test_topics_are_the_telling_words() -> None:
    topics = read_words("The biscuit maker is not in the town", load_kit()).topics
    assert {"biscu", "town"} <= topics.keys()
    assert topics.keys().isdisjoint({"the", "is", "not", "in"})


def test_forms_of_a_word_share_a_key() -> None:
    kit = load_kit()
    left, right = read_words("burrowing spiders", kit), read_words("a spider burrowed", kit)
    assert left.topics.keys() == right.topics.keys()


def test_the_parts_of_a_hyphenated_word_are_words() -> None:
    text = "A 280-pound catch"
    words = split_words(text)
    assert [word.word for word in words] == ["a", "280", "pound", "catch"]
    assert all(text[w.start : w.end].lower() == w.word for w in words)


def test_spans_fit_the_passage() -> None:
    text = "Marlow’s “hoax” isn’t one"
    words = read_words(text, load_kit())
    for word, (start, end) in zip(words.words, words.spans, strict=True):
        assert len(text[start:end]) == len(word)


def test_the_longest_cue_hides_those_inside_it() -> None:
    kit = load_kit()
    cues = load_cues("stance_body_cues", "kind", kit)
    stems = read_words("what appears to be a poncho", kit).stems
    assert {hit.group for hit in find_cues(stems, cues)} == {"unsure", "reportedly"}
    assert {hit.group for hit in find_longest_cues(stems, cues)} == {"unsure"}
