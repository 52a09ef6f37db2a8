"""The kit, with files of the user's own over the packaged ones."""

from pathlib import Path

from onrecord.kit import load_kit


def make_folder(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_a_file_of_the_user_s_own_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    kit = load_kit(make_folder(tmp_path, "judge_future.tsv", "phrase\nsome day\n"))
    assert kit.words("judge_future", "phrase") == {"some day"}
    assert kit.rows("judge_negators") == load_kit().rows("judge_negators")


def test_a_kit_is_told_by_the_files_of_the_user_s_own_and_by_nothing_else(tmp_path: Path) -> None:
    text = "phrase\nsome day\n"
    one = load_kit(make_folder(tmp_path / "a", "judge_future.tsv", text))
    same = load_kit(make_folder(tmp_path / "b", "judge_future.tsv", text))
    make_folder(tmp_path / "b", "notes.txt", "not of the kit")
    other = load_kit(make_folder(tmp_path / "c", "judge_future.tsv", text + "one day\n"))
    policy = load_kit(make_folder(tmp_path / "d", "policies/mine.toml", "version = 1"))
    digests = [kit.digest for kit in (load_kit(), one, other, policy)]
    assert len(set(digests)) == 4
    assert (load_kit().digest, same.digest) == ("", one.digest)
