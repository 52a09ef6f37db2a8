"""The stance filter."""

import json

from .conftest import Command


def test_each_pair_gives_one_stance_in_order(onrecord: Command) -> None:
    claim = "Orvane Motors will sell its Velland works"
    texts = ["Orvane Motors will sell its Velland works.", "Heavy rain fell in Dovrel all week."]
    pairs = [json.dumps({"claim": claim, "text": text}) for text in texts]
    result = onrecord("stance", stdin="\n".join(pairs).encode())
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert [answer["stance"] for answer in answers] == ["supports", "unrelated"]
    assert all(0 <= answer["score"] <= 1 for answer in answers)


def test_a_pair_that_is_none_gives_its_fault(onrecord: Command) -> None:
    result = onrecord("stance", stdin=b'{"claim": "Orvane sells"}\n{"claim": 1, "text": "a"}\nno\n')
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert [answer["line"] for answer in answers] == [1, 2, 3]
    assert result.status == 1
    assert "3 of 3 pairs not read" in result.err
