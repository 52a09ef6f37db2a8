"""Linear models from sheets."""

from pathlib import Path

import pytest

from onrecord.errors import KitError
from onrecord.judge.stance_model import load_model, soften
from onrecord.kit import Kit, load_kit


def write(folder: Path, text: str) -> Kit:
    (folder / "weights").mkdir()
    (folder / "weights" / "toy.tsv").write_text(text)
    return Kit(folder)


def test_chances_add_up_to_one() -> None:
    assert sum(soften([1.0, -2.0, 900.0])) == pytest.approx(1.0)


def test_a_feature_without_a_row_weighs_nothing(tmp_path: Path) -> None:
    kit = write(tmp_path, "feature\tyes\tno\nbias\t0\t0\nloud\t2\t-2\n")
    model = load_model("toy", kit)
    assert model.judge({"quiet": 5.0}) == (0.5, 0.5)
    assert model.judge({"loud": 1.0})[0] > 0.9


def test_the_order_of_features_changes_no_digit() -> None:
    model = load_model("stance", load_kit())
    names = sorted(model.weights)[:40]
    forth = model.judge(dict.fromkeys(names, 0.1))
    assert forth == model.judge(dict.fromkeys(reversed(names), 0.1))


def test_a_sheet_with_two_faults_reports_two(tmp_path: Path) -> None:
    kit = write(tmp_path, "feature\tyes\tno\nbias\t0\t0\nloud\tx\t1\nshrill\t\t1\n")
    with pytest.raises(KitError, match="'loud'.*'shrill'"):
        load_model("toy", kit)


def test_a_sheet_without_bias_is_refused(tmp_path: Path) -> None:
    kit = write(tmp_path, "feature\tyes\tno\nloud\t1\t1\n")
    with pytest.raises(KitError, match="bias"):
        load_model("toy", kit)
