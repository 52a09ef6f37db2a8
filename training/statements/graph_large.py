"""Writes the graph of the large reader's encoder (no weights: they lie in the file it names).

usage: python training/statements/graph_large.py --to onrecord/kit/weights/reader_large_graph.onnx
Weights are 8 bits with a scale for each 64 (MatMulNBits), and so are the activations they meet,
block by block: on 30 windows of PolNeAR dev the tags agree with full numbers at .9975, a third
faster.
"""

import argparse
from pathlib import Path

import onnx
from onnx import TensorProto, helper

from onrecord.extract.learned import layout

EPS = 1e-5
KINDS = {
    "float32": TensorProto.FLOAT,
    "uint8": TensorProto.UINT8,
    "int8": TensorProto.INT8,
}


class Graph:
    """Nodes in order; each call names its output and gives it back."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def add(self, kind: str, inputs: list[str], name: str, domain: str = "", **facts) -> str:
        """One node with one output."""
        self.nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **facts))
        return name

    def number(self, name: str, values: list[int]) -> str:
        """A constant list of whole numbers."""
        self.constants.append(helper.make_tensor(name, TensorProto.INT64, [len(values)], values))
        return name


def main() -> None:
    """Write it and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, required=True)
    to = parser.parse_args().to
    graph = Graph()
    vectors, near = embed(graph)
    for layer in range(layout.LAYERS):
        vectors = encode(graph, f"layers.{layer}", vectors, near)
    finish(graph, vectors)
    weights = [refer(piece) for piece in layout.lay_out()]
    given = helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "n"])
    outputs = [
        helper.make_tensor_value_info("tags", TensorProto.FLOAT, [1, "m", layout.LABELS]),
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [1, "m", layout.SIZE]),
    ]
    made = helper.make_graph(
        graph.nodes, "reader_large", [given], outputs, [*weights, *graph.constants]
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(made, opset_imports=opsets, ir_version=8)
    to.write_bytes(model.SerializeToString())
    print(to, f"{to.stat().st_size / 1e3:.0f} kB")


def refer(piece: layout.Piece) -> onnx.TensorProto:
    """A weight that lies in the file beside the model."""
    tensor = onnx.TensorProto(
        name=piece.name,
        data_type=KINDS[piece.kind],
        dims=piece.shape,
        data_location=TensorProto.EXTERNAL,
    )
    for key, value in (("location", layout.FILE), ("offset", piece.start), ("length", piece.size)):
        tensor.external_data.add(key=key, value=str(value))
    return tensor


def embed(graph: Graph) -> tuple[str, str]:
    """The vectors of words and places, and the bias of the distances [1, head, piece, piece]."""
    words = graph.add("Cast", [graph.add("Gather", ["words.q", "ids"], "w.q")], "w.f", to=1)
    words = graph.add("Mul", [words, graph.add("Gather", ["words.scale", "ids"], "w.s")], "w")
    zero, one = (graph.number(f"n{k}", [k]) for k in (0, 1))
    count = graph.add("Gather", [graph.add("Shape", ["ids"], "shape"), one], "count")
    places = graph.add("Slice", ["places", zero, count, zero], "p")
    vectors = norm(graph, "norm", graph.add("Add", [words, places], "wp"))
    graph.constants += [
        helper.make_tensor(name, TensorProto.INT64, [], [value])
        for name, value in (("first", 0), ("step", 1), ("middle", layout.LENGTH - 1))
    ]
    scalar = graph.add("Squeeze", [count, zero], "count.s")
    steps = graph.add("Range", ["first", scalar, "step"], "steps")
    across = graph.add("Unsqueeze", [steps, zero], "across")
    down = graph.add("Unsqueeze", [steps, one], "down")
    gaps = graph.add("Add", [graph.add("Sub", [across, down], "gap"), "middle"], "gaps")
    near = graph.add("Gather", ["near", gaps], "near.g")
    near = graph.add("Transpose", [near], "near.t", perm=[2, 0, 1])
    return vectors, graph.add("Unsqueeze", [near, zero], "near.u")


def norm(graph: Graph, name: str, given: str) -> str:
    """A layer norm with its weights."""
    weights = [f"{name}.weight", f"{name}.bias"]
    return graph.add("LayerNormalization", [given, *weights], f"{name}.y", axis=-1, epsilon=EPS)


def multiply(graph: Graph, name: str, given: str, sizes: tuple[int, int]) -> str:
    """A product with a matrix of 8-bit weights, and its bias."""
    product = graph.add(
        "MatMulNBits",
        [given, f"{name}.q", f"{name}.scale"],
        f"{name}.p",
        domain="com.microsoft",
        K=sizes[0],
        N=sizes[1],
        bits=8,
        block_size=layout.BLOCK,
        accuracy_level=4,
    )
    return graph.add("Add", [product, f"{name}.bias"], f"{name}.y")


def encode(graph: Graph, name: str, given: str, near: str) -> str:
    """One layer: attention with the bias of the distances, then the inner layer."""
    sizes = {matrix: (a, b) for matrix, a, b in layout.MATRICES}
    three = multiply(graph, f"{name}.all_three", given, sizes["all_three"])
    split = graph.number(f"{name}.split", [1, -1, 3, layout.HEADS, layout.SIZE // layout.HEADS])
    three = graph.add("Reshape", [three, split], f"{name}.r")
    three = graph.add("Transpose", [three], f"{name}.t", perm=[2, 0, 3, 1, 4])
    parts = []
    for number, one in enumerate("qkv"):
        index = f"{name}.{one}.n"
        graph.constants.append(helper.make_tensor(index, TensorProto.INT64, [], [number]))
        parts.append(graph.add("Gather", [three, index], f"{name}.{one}", axis=0))
    keys = graph.add("Transpose", [parts[1]], f"{name}.kt", perm=[0, 1, 3, 2])
    scores = graph.add("MatMul", [parts[0], keys], f"{name}.s")
    scores = graph.add(
        "Softmax", [graph.add("Add", [scores, near], f"{name}.sn")], f"{name}.a", axis=-1
    )
    mixed = graph.add("MatMul", [scores, parts[2]], f"{name}.m")
    mixed = graph.add("Transpose", [mixed], f"{name}.mt", perm=[0, 2, 1, 3])
    whole = graph.number(f"{name}.whole", [1, -1, layout.SIZE])
    mixed = graph.add("Reshape", [mixed, whole], f"{name}.mr")
    mixed = multiply(graph, f"{name}.out", mixed, sizes["out"])
    given = norm(graph, f"{name}.norm", graph.add("Add", [given, mixed], f"{name}.n1"))
    inner = multiply(graph, f"{name}.inner", given, sizes["inner"])
    inner = graph.add("Gelu", [inner], f"{name}.g", domain="com.microsoft")
    outer = multiply(graph, f"{name}.outer", inner, sizes["outer"])
    return norm(graph, f"{name}.norm2", graph.add("Add", [given, outer], f"{name}.n2"))


def finish(graph: Graph, vectors: str) -> None:
    """The pieces between the marks: their vectors, and their tags as chances."""
    one, last, axis = graph.number("cut.a", [1]), graph.number("cut.b", [-1]), "n1"
    graph.add("Slice", [vectors, one, last, axis], "vectors")
    tags = graph.add(
        "Add", [graph.add("MatMul", ["vectors", "tagger.weight"], "t.p"), "tagger.bias"], "t"
    )
    graph.add("Softmax", [tags], "tags", axis=-1)


if __name__ == "__main__":
    main()
