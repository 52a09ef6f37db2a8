"""The weights of words."""

from pathlib import Path

import pytest

from onrecord.errors import KitError
from onrecord.kit import Kit, load_kit
from onrecord.kit.idf import idf, load_idf


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    kit = load_kit()
    assert idf("the", kit) < idf("compani", kit) < idf("meteorit", kit)


def test_an_unknown_word_weighs_most() -> None:
    weights = load_idf(load_kit())
    known = [weights.weight(row["stem"]) for row in load_kit().rows("idf")]
    assert weights.weight("zzyzxq") >= max(known)


def test_a_word_counts_once_in_a_total() -> None:
    weights = load_idf(load_kit())
    assert weights.total(["plant", "plant"]) == weights.weight("plant")


def test_a_sheet_without_its_total_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "idf.tsv").write_text("stem\tdf\nplant\t3\n")
    with pytest.raises(KitError, match=r"idf\.tsv: expected a first line"):
        load_idf(Kit(tmp_path))


def test_a_sheet_with_two_faults_reports_two(tmp_path: Path) -> None:
    (tmp_path / "idf.tsv").write_text("# documents: 9\nstem\tdf\nplant\tx\nmine\t2\nmill\t\n")
    with pytest.raises(KitError, match="line 3.*line 5"):
        load_idf(Kit(tmp_path))
