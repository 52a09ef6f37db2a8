"""Writes a trained reader as ONNX in 8 bits, with the linker's own weights and the tokenizer.

usage: export.py --base DIR --weights FILE.pt --out onrecord/kit/weights
Dynamic quantization, per channel, with a reduced range (so that processors without VNNI agree).
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from network import Reader, load_base
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn


class Exported(nn.Module):
    """The reader as it is run: one window in, tag probabilities and the linker's vectors out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Without a mask: windows are run one by one, so nothing is padded."""
        x = self.reader.encode(ids, torch.ones_like(ids))
        inner = x[:, 1:-1]
        return (
            self.reader.tagger(inner).softmax(-1),
            self.reader.from_cue(inner),
            self.reader.to_piece(inner),
        )


def main() -> None:
    """Export, quantize and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--base", "--weights", "--out"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    reader = load_base(options.base).eval()
    state = torch.load(options.weights)
    reader.load_state_dict(state.get("reader", state))
    full = options.out / "reader_full.onnx"
    torch.onnx.export(
        Exported(reader),
        (torch.randint(1000, 2000, (1, 64)),),
        str(full),
        input_names=["ids"],
        output_names=["tags", "asks", "parts"],
        dynamic_axes={"ids": {1: "n"}, "tags": {1: "m"}, "asks": {1: "m"}, "parts": {1: "m"}},
        opset_version=17,
        dynamo=False,
    )
    small = options.out / "reader.onnx"
    quantize_dynamic(
        full,
        small,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
    )
    np.savez(
        options.out / "reader_linker.npz",
        distance=reader.distance.weight.detach().numpy().astype(np.float16),
        score=reader.score.detach().numpy(),
        bias=reader.bias.detach().numpy(),
    )
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(options.out / "reader_tokenizer.json"), pretty=False)
    onnx.checker.check_model(str(small))
    full.unlink()
    for file in sorted(options.out.glob("reader*")):
        print(file.name, f"{file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
