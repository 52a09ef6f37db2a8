"""Find words near in meaning, and write the sheet `link_kin.tsv`.

    python training/idf/make_kin.py --base MODEL --out onrecord/kit/link_kin.tsv \
        DATA/fnc1/bodies.jsonl DATA/polnear/train.jsonl DATA/ecbplus/dev.jsonl

MODEL holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2 (Apache-2.0; STACK.md says
where it comes from). Each word is read by the model alone and its pieces' vectors averaged, as
model2vec does (Tulkens and van Dongen 2024). Only words that news writes in lower case are kept:
two names, months or countries may stand at the same places and are never the same thing. Opposites
of `stance_antonyms.tsv` are no kin. Needs torch, safetensors and tokenizers; at run time the
sheet alone is read.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "statements"))

from network import load_base  # the encoder that the learned reader is trained from

from onrecord.kit import Kit, load_kit
from onrecord.kit.idf import load_idf
from onrecord.text import stem

OFTEN, MOSTLY = 3, 0.7  # times in lower case, and the share of them among all times
TELLING = 1.2  # idf, as in link/propositions.py
KIN = 0.5  # least cosine: below it words share a field and no meaning ("rat" and "percent")
MOST = 10  # kin of a word
_WORD = re.compile(r"(?<=[a-z,] )[A-Za-z][A-Za-z'-]+\b")
_HEADER = (
    "# Words near in meaning, by stem, with how much of the one the other says (0 to 1). Made by\n"
    "# training/idf/make_kin.py from the word vectors of all-MiniLM-L6-v2 (Apache-2.0).\n"
    "stem\tkin\n"
)


def find_words(paths: Iterable[Path], kit: Kit) -> dict[str, Counter[str]]:
    """The words that news writes in lower case, by stem, with how often."""
    lower, capital = Counter[str](), Counter[str]()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            for word in _WORD.findall(record.get("text") or "\n".join(record["sentences"])):
                (lower if word.islower() else capital)[word.lower()] += 1
    weight = load_idf(kit).weight
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in lower.items():
        if count < OFTEN or count < MOSTLY * (count + capital[word]):
            continue
        if weight(stem(word)) > TELLING:
            forms[stem(word)][word] = count
    return forms


@torch.no_grad()
def embed_pieces(base: Path, tokenizer: Tokenizer) -> np.ndarray:
    """A vector for each word piece, read alone between the marks of a sentence, centred."""
    reader = load_base(base).eval()
    start, end = (tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    vectors = []
    for first in range(0, tokenizer.get_vocab_size(), 512):
        pieces = torch.arange(first, min(first + 512, tokenizer.get_vocab_size()))
        ids = torch.stack([torch.full_like(pieces, start), pieces, torch.full_like(pieces, end)], 1)
        vectors.append(reader.encode(ids, torch.ones_like(ids)).mean(1))
    found = torch.cat(vectors).numpy()
    return found - found.mean(0)


def embed_stems(
    forms: dict[str, Counter[str]], pieces: np.ndarray, tokenizer: Tokenizer
) -> np.ndarray:
    """A vector for each stem: its forms' vectors, each as often as it is used."""
    rows = []
    for one in sorted(forms):
        total = np.zeros(pieces.shape[1])
        for word, count in sorted(forms[one].items()):
            vector = pieces[tokenizer.encode(word, add_special_tokens=False).ids].mean(0)
            total += count * vector / np.linalg.norm(vector)
        rows.append(total / np.linalg.norm(total))
    return np.array(rows)


def find_kin(stems: list[str], vectors: np.ndarray, kit: Kit) -> dict[str, dict[str, float]]:
    """For each stem its nearest, and how much of it they say: 0 at `KIN`, 1 at the same place,
    rising fast between (its root), since few pairs come near to 1.
    """
    opposed = {
        frozenset((stem(row["word"]), stem(row["opposite"]))) for row in kit.rows("stance_antonyms")
    }
    kin: dict[str, dict[str, float]] = defaultdict(dict)
    for number, one in enumerate(stems):
        cosines = vectors @ vectors[number]
        order = [n for n in np.argsort(-cosines, kind="stable")[: MOST + 1] if n != number][:MOST]
        for other in order:
            share = round(float(max(0.0, (cosines[other] - KIN) / (1 - KIN)) ** 0.5), 2)
            first, second = sorted((one, stems[other]))
            if share > 0 and frozenset((first, second)) not in opposed:
                kin[first][second] = min(share, 1.0)
    return kin


def main() -> None:
    """Read the arguments, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--base", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    given = parser.parse_args()
    torch.set_num_threads(1)
    kit, tokenizer = load_kit(), Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    forms = find_words(given.inputs, kit)
    vectors = embed_stems(forms, embed_pieces(given.base, tokenizer), tokenizer)
    kin = find_kin(sorted(forms), vectors, kit)
    rows = [
        f"{one}\t{' '.join(f'{other}:{share:g}' for other, share in sorted(kin[one].items()))}\n"
        for one in sorted(kin)
    ]
    given.out.write_text(_HEADER + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
