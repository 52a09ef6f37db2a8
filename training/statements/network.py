"""The reader: a small BERT encoder with a tagger, and a linker that asks from each cue.

The tagger labels word pieces (BIO of source, cue, content). The linker scores every piece as part
of the source, and as part of the content, of every cue: an additive attention (Bahdanau 2014) over
the encoder's vectors with a learned bias for the distance. So contents may be discontinuous, may
nest, and may share a source; nothing has to be joined by nearness afterwards.
"""

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

LABELS, WIDTH = 7, 96
DISTANCES = 41  # buckets: -20 to 20, log-spaced beyond 8


class Layer(nn.Module):
    """One encoder layer of BERT (Devlin 2018)."""

    def __init__(self, size: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.out, self.norm = nn.Linear(size, size), nn.LayerNorm(size, eps=1e-12)
        self.inner, self.outer = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm2, self.drop = nn.LayerNorm(size, eps=1e-12), nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Vectors of the pieces after attention and the inner layer; `bias` hides the padding."""
        batch, length, size = x.shape
        split = (batch, length, self.heads, size // self.heads)
        q, k, v = (f(x).view(split).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(-1, -2) / math.sqrt(size // self.heads) + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, size)
        x = self.norm(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Reader(nn.Module):
    """Encoder, tagger and linker."""

    def __init__(self, vocabulary: int, size: int, heads: int, inner: int, layers: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, size)
        self.places = nn.Embedding(512, size)
        self.kinds = nn.Embedding(2, size)
        self.norm, self.drop = nn.LayerNorm(size, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(size, heads, inner) for _ in range(layers))
        self.tagger = nn.Linear(size, LABELS)
        self.from_cue = nn.Linear(size, 2 * WIDTH)
        self.to_piece = nn.Linear(size, 2 * WIDTH)
        self.distance = nn.Embedding(DISTANCES, 2 * WIDTH)
        self.score = nn.Parameter(torch.zeros(2, WIDTH))
        self.bias = nn.Parameter(torch.full((2,), -2.0))
        nn.init.normal_(self.score, std=0.05)
        nn.init.zeros_(self.distance.weight)

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors of the pieces, [batch, length, size]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places)[None] + self.kinds.weight[0]
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag logits, and what the linker needs of each piece as a cue and as a part."""
        x = self.encode(ids, mask)
        return self.tagger(x), self.from_cue(x), self.to_piece(x)

    def link(self, asks: Tensor, parts: Tensor, cues: Tensor) -> Tensor:
        """Logits [cue, 2 (source, content), piece] for the cues (piece numbers) of one window."""
        length = parts.shape[0]
        gaps = torch.arange(length)[None, :] - cues[:, None]
        hidden = asks[cues][:, None, :] + parts[None] + self.distance(bucket(gaps))
        hidden = F.gelu(hidden.view(len(cues), length, 2, WIDTH))
        return (hidden * self.score).sum(-1).permute(0, 2, 1) + self.bias[None, :, None]


def bucket(gaps: Tensor) -> Tensor:
    """Distances in pieces as buckets: exact to 8, then by powers of 1.35, 20 buckets a side."""
    size = gaps.abs()
    far = 8 + (torch.log(size.clamp(min=8).float() / 8) / math.log(1.35)).long()
    side = torch.where(size <= 8, size, far).clamp(max=20)
    return torch.where(gaps < 0, -side, side) + 20


def load_base(folder: Path, layers: int | None = None) -> Reader:
    """A reader on the weights of all-MiniLM-L6-v2; with `layers`, on evenly chosen layers of it."""
    config = json.loads((folder / "config.json").read_text())
    depth = config["num_hidden_layers"]
    kept = [round(i * (depth - 1) / ((layers or depth) - 1)) for i in range(layers or depth)]
    reader = Reader(
        config["vocab_size"],
        config["hidden_size"],
        config["num_attention_heads"],
        config["intermediate_size"],
        len(kept),
    )
    state = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    mine = reader.state_dict()
    for name, source in _names(kept).items():
        mine[name] = state[source].float()
    reader.load_state_dict(mine)
    return reader


def _names(kept: list[int]) -> dict[str, str]:
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "kinds.weight": "embeddings.token_type_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for here, there in enumerate(kept):
        for mine, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{here}.{mine}.{kind}"] = f"encoder.layer.{there}.{theirs}.{kind}"
    return names
