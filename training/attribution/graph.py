"""Writes the trained network as ONNX: a state dict in, two graphs out (encoder with tags; linker).

The graph is written node by node rather than traced, so that each weight can be stored in the precision that it needs.
"""

from __future__ import annotations

import numpy as np
import onnx
from network import HEADS, HIDDEN, LAYERS, LINK
from onnx import TensorProto, helper, numpy_helper

MS = "com.microsoft"


class Graph:
    """Collects nodes and weights; `matmul` is where the precision is decided."""

    def __init__(self, *, bits: int = 32, block: int = 32, level: int = 4, keep: frozenset[str] = frozenset()) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.bits, self.block, self.level, self.keep = bits, block, level, keep

    def const(self, name: str, value: np.ndarray) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, op: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def half(self, name: str, value: np.ndarray) -> str:
        """A weight kept at 16 bits and widened when the session loads."""
        self.const(name + ".half", value.astype(np.float16))
        return self.node("Cast", [name + ".half"], name, to=TensorProto.FLOAT)

    def matmul(self, x: str, name: str, weight: np.ndarray, output: str) -> str:
        """`weight` (n_out, n_in) as torch keeps it."""
        if self.bits == 32:
            return self.node("MatMul", [x, self.const(name, weight.T.astype(np.float32))], output)
        if name in self.keep:
            return self.node("MatMul", [x, self.half(name, weight.T)], output)
        if self.bits == 8 and self.block == 0:
            return self._dynamic(x, name, weight, output)
        quantised, scales = blocks_of(weight, self.block)
        n, k = weight.shape
        inputs = [x, self.const(name + ".q", quantised), self.const(name + ".scale", scales)]
        return self.node(
            "MatMulNBits", inputs, output, MS, K=k, N=n, bits=8, block_size=self.block, accuracy_level=self.level
        )

    def _dynamic(self, x: str, name: str, weight: np.ndarray, output: str) -> str:
        limit = 64 if self.level == 7 else 127
        scale = np.abs(weight).max(1) / limit
        q = np.clip(np.round(weight / scale[:, None]), -limit, limit).astype(np.int8).T
        if x + ".u8" not in {o for node in self.nodes for o in node.output}:
            self.nodes.append(
                helper.make_node("DynamicQuantizeLinear", [x], [x + ".u8", x + ".s", x + ".z"], name=x + ".quantise")
            )
        args = [x + ".u8", self.const(name + ".q", q), x + ".s", self.const(name + ".scale", scale.astype(np.float32))]
        return self.node("MatMulIntegerToFloat", [*args, x + ".z"], output, MS)

    def model(self, inputs: list, outputs: list, name: str) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.weights)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="standpoint")


def blocks_of(weight: np.ndarray, block: int) -> tuple[np.ndarray, np.ndarray]:
    """(n, k) to unsigned bytes (n, k / block, block) about 128, and scales (n * k / block,)."""
    n, k = weight.shape
    parts = weight.reshape(n, k // block, block)
    scale = np.abs(parts).max(2, keepdims=True) / 127
    scale[scale == 0] = 1
    q = np.clip(np.round(parts / scale) + 128, 0, 255).astype(np.uint8)
    return q, scale.astype(np.float32).reshape(-1)


def encoder_graph(state: dict[str, np.ndarray], graph: Graph, name: str) -> onnx.ModelProto:
    """pieces, features (b, n) int64; lengths (b,) int32 -> hidden (b, n, 384), tags (b, n, 9)."""
    g, w = graph, {k: v.astype(np.float32) for k, v in state.items()}
    table = w["encoder.word.weight"]
    if g.bits == 32:
        words = g.node("Gather", [g.const("word", table), "pieces"], "words")
    else:
        scale = np.abs(table).max(1, keepdims=True) / 127
        scale[scale == 0] = 1
        g.const("word.q", np.round(table / scale).astype(np.int8))
        g.const("word.scale", scale.astype(np.float32))
        g.node("Gather", ["word.q", "pieces"], "words.q")
        g.node("Cast", ["words.q"], "words.f", to=TensorProto.FLOAT)
        g.node("Gather", ["word.scale", "pieces"], "words.s")
        words = g.node("Mul", ["words.f", "words.s"], "words")
    g.node("Shape", ["pieces"], "shape")
    for k, v in (("zero", [0]), ("one", [1]), ("two", [2])):
        g.const(k, np.array(v, np.int64))
    g.node("Slice", ["shape", "one", "two"], "n")
    position = w["encoder.position.weight"]
    g.node("Slice", [g.const("position", position) if g.bits == 32 else g.half("position", position), "zero", "n", "zero"], "at")
    g.node("Gather", [g.const("feature", w["encoder.feature.weight"]), "features"], "marks")
    g.node("Add", [words, "marks"], "words.marked")
    g.node("Add", ["words.marked", "at"], "embedded")
    g.const("norm.g", w["encoder.norm.weight"]), g.const("norm.b", w["encoder.norm.bias"])
    x = g.node("LayerNormalization", ["embedded", "norm.g", "norm.b"], "x0", axis=-1, epsilon=1e-12)
    for i in range(LAYERS):
        p = f"encoder.layers.{i}."
        get = lambda part, p=p: w[p + part]
        qkv = g.matmul(x, f"qkv{i}", get("qkv.weight"), f"qkv{i}.out")
        g.nodes.append(helper.make_node("Split", [qkv], [f"q{i}", f"k{i}", f"v{i}"], name=f"split{i}", axis=2))
        bias = g.const(f"qkv{i}.bias", get("qkv.bias"))
        a = g.node("MultiHeadAttention", [f"q{i}", f"k{i}", f"v{i}", bias, "lengths"], f"heads{i}", MS, num_heads=HEADS)
        a = g.matmul(a, f"out{i}", get("out.weight"), f"out{i}.out")
        x = _skip_norm(g, a, x, f"norm1.{i}", get("norm1.weight"), get("norm1.bias"), get("out.bias"))
        h = g.matmul(x, f"up{i}", get("up.weight"), f"up{i}.out")
        h = g.node("BiasGelu", [h, g.const(f"up{i}.bias", get("up.bias"))], f"gelu{i}", MS)
        h = g.matmul(h, f"down{i}", get("down.weight"), f"down{i}.out")
        x = _skip_norm(g, h, x, f"norm2.{i}", get("norm2.weight"), get("norm2.bias"), get("down.bias"))
    g.nodes[-1].output[0] = "hidden"
    g.node("MatMul", ["hidden", g.const("tags.w", w["tags.weight"].T)], "tags.raw")
    g.node("Add", ["tags.raw", g.const("tags.b", w["tags.bias"])], "tags")
    inputs = [helper.make_tensor_value_info(k, TensorProto.INT64, ["b", "n"]) for k in ("pieces", "features")]
    inputs.append(helper.make_tensor_value_info("lengths", TensorProto.INT32, ["b"]))
    outputs = [
        helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["b", "n", HIDDEN]),
        helper.make_tensor_value_info("tags", TensorProto.FLOAT, ["b", "n", 9]),
    ]
    return g.model(inputs, outputs, name)


def _skip_norm(g: Graph, x: str, skip: str, name: str, gamma: np.ndarray, beta: np.ndarray, bias: np.ndarray) -> str:
    weights = [g.const(f"{name}.{k}", v) for k, v in (("g", gamma), ("b", beta), ("bias", bias))]
    return g.node("SkipLayerNormalization", [x, skip, *weights], f"{name}.out", MS, epsilon=1e-12)


def linker_weights(state: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The linker's weights by their names in `AttributionNetwork`, without the prefix."""
    assert state["linker.distance.weight"].shape[1] == LINK
    return {k.removeprefix("linker."): v.astype(np.float32) for k, v in state.items() if k.startswith("linker.")}
