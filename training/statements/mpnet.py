"""The large reader's encoder: MPNet (Song 2020) with the teacher's fine-tuned layers put on it.

Like BERT, with a bias for the distance between two pieces that all layers share (T5's buckets).
The base is all-mpnet-base-v2; the teacher's delta replaces ten of its layers, 8 bits a weight.
"""

import json
import math
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

LABELS = 7
BEGIN, END, PAD = 0, 2, 1  # <s>, </s> and <pad>
_OFFSET = 2  # places are counted after the padding's
_FARTHEST = 128


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, size: int, heads: int, inner: int, eps: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.out, self.norm = nn.Linear(size, size), nn.LayerNorm(size, eps=eps)
        self.inner, self.outer = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=eps)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Vectors of the pieces; `bias` holds the distances and hides the padding."""
        batch, length, size = x.shape
        split = (batch, length, self.heads, size // self.heads)
        q, k, v = (f(x).view(split).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(-1, -2) / math.sqrt(size // self.heads) + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, size)
        x = self.norm(x + self.out(mixed))
        return self.norm2(x + self.outer(F.gelu(self.inner(x))))


class Encoder(nn.Module):
    """The encoder and the teacher's tagger."""

    def __init__(self, config: Mapping[str, int | float]) -> None:
        super().__init__()
        size, heads = int(config["hidden_size"]), int(config["num_attention_heads"])
        inner, eps = int(config["intermediate_size"]), float(config["layer_norm_eps"])
        self.words = nn.Embedding(int(config["vocab_size"]), size)
        self.places = nn.Embedding(int(config["max_position_embeddings"]), size)
        self.norm = nn.LayerNorm(size, eps=eps)
        self.near = nn.Embedding(int(config["relative_attention_num_buckets"]), heads)
        depth = int(config["num_hidden_layers"])
        self.layers = nn.ModuleList(Layer(size, heads, inner, eps) for _ in range(depth))
        self.tagger = nn.Linear(size, LABELS)

    def encode(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors of the pieces, [batch, length, size]; without a mask nothing is padding."""
        steps = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(steps + _OFFSET)[None])
        gaps = steps[None, :] - steps[:, None]
        bias = self.near(bucket(gaps, self.near.num_embeddings)).permute(2, 0, 1)[None]
        if mask is not None:
            bias = bias + (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def bucket(gaps: Tensor, count: int) -> Tensor:
    """Distances in pieces as buckets: exact to a quarter of them, then by growing steps."""
    half, exact = count // 2, count // 4
    size = gaps.abs()
    grown = torch.log(size.clamp(min=1).float() / exact) / math.log(_FARTHEST / exact)
    far = (exact + (grown * (half - exact)).long()).clamp(max=half - 1)
    return torch.where(gaps > 0, half, 0) + torch.where(size < exact, size, far)


def load_encoder(base: Path, delta: Path | None = None) -> Encoder:
    """The encoder from the base's folder, with the teacher's delta where it is given."""
    encoder = Encoder(json.loads((base / "config.json").read_text("utf-8")))
    state = _plain(load_file(base / "model.safetensors"))
    if delta is not None:
        state |= _plain(load_file(delta))
    mine = encoder.state_dict()
    for name, source in _names(len(encoder.layers)).items():
        if source in state:
            mine[name] = state[source]
    encoder.load_state_dict(mine)
    return encoder.eval()


def _plain(packed: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Full numbers by name, names without their prefix; `.q` with its scales `.s` is unpacked."""
    found = {}
    for key, value in packed.items():
        name = key.removeprefix("mpnet.")
        if key.endswith(".q"):
            found[name[:-2]] = value.float() * packed[key[:-2] + ".s"].float()
        elif not key.endswith(".s"):
            found[name] = value.float()
    return found


def _names(depth: int) -> dict[str, str]:
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
        "near.weight": "encoder.relative_attention_bias.weight",
        "tagger.weight": "classifier.weight",
        "tagger.bias": "classifier.bias",
    }
    parts = {
        "query": "attention.attn.q",
        "key": "attention.attn.k",
        "value": "attention.attn.v",
        "out": "attention.attn.o",
        "norm": "attention.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(depth):
        for mine, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{number}.{mine}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
    return names
