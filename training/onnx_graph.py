"""Writes an encoder as ONNX: the weights of a trained network come in, a graph in 32 or 8 bits goes out.

The graph is written node by node rather than traced, so that each weight is stored in the precision that it needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import numpy as np
import onnx
from encoder import HEADS, HIDDEN, LAYERS
from onnx import TensorProto, helper, numpy_helper

MS = "com.microsoft"
Rounded = tuple[np.ndarray, np.ndarray]  # codes (n_out, n_in) int8, scales (n_out,)
GELU_LEAST = 0.17  # what lifts every value of the activation over zero


class Graph:
    """Collects nodes and weights; `matmul` is where the precision is decided.

    At 8 bits, `rounded` has the codes and scales of matrices by name where they were rounded by use (`round_by_use`),
    and the matrices whose names begin with one of `keep` stay at 16 bits.
    """

    def __init__(
        self, *, bits: int = 32, rounded: Mapping[str, Rounded] | None = None, keep: tuple[str, ...] = ()
    ) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.bits, self.keep = bits, keep
        self._rounded = rounded or {}
        self._quantised: set[str] = set()
        if bits == 8:
            self.const("step", np.array(1 / 255, np.float32))
            self.const("zero.u8", np.array(0, np.uint8))
            self.const("gelu.least", np.array(GELU_LEAST, np.float32))

    def codes(self, name: str, weight: np.ndarray) -> Rounded:
        return self._rounded.get(name) or quantise(weight)

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

    def matmul(self, x: str, name: str, weight: np.ndarray, output: str, *, positive: bool = False) -> str:
        """`weight` (n_out, n_in) as torch keeps it. At 8 bits each output has a scale, and each row of `x` a least
        and a greatest value of its own: the few tokens with huge values (separators, as a rule) would else leave all
        others few steps. `positive` says that no value of `x` is negative, so that zero is the least.
        """
        if self.bits == 32:
            return self.node("MatMul", [x, self.const(name, weight.T.astype(np.float32))], output)
        if name.startswith(self.keep):
            return self.node("MatMul", [x, self.half(name, weight.T)], output)
        if f"{x}.u8" not in self._quantised:
            self._quantised.add(f"{x}.u8")
            lifted = x
            if not positive:
                self.node("ReduceMin", [x], f"{x}.least", axes=[-1], keepdims=1)
                lifted = self.node("Sub", [x, f"{x}.least"], f"{x}.lifted")
            self.node("ReduceMax", [lifted], f"{x}.top", axes=[-1], keepdims=1)
            self.node("Div", [lifted, f"{x}.top"], f"{x}.even")
            self.node("QuantizeLinear", [f"{x}.even", "step", "zero.u8"], f"{x}.u8")
        codes, scale = self.codes(name, weight)
        args = [f"{x}.u8", self.const(f"{name}.q", codes.T), "step", self.const(f"{name}.scale", scale), "zero.u8"]
        self.node("MatMulIntegerToFloat", args, f"{output}.even", MS)
        if positive:
            return self.node("Mul", [f"{output}.even", f"{x}.top"], output)
        self.node("Mul", [f"{output}.even", f"{x}.top"], f"{output}.lifted")
        self.node("Mul", [f"{x}.least", self.const(f"{name}.rows", row_sums(codes, scale))], f"{output}.shift")
        return self.node("Add", [f"{output}.lifted", f"{output}.shift"], output)

    def model(self, inputs: list, outputs: list, name: str) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.weights)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="standpoint")


def quantise(weight: np.ndarray) -> Rounded:
    """(n_out, n_in) to int8 codes and a scale per output (n_out,): of those tried the one nearest the weights."""
    top = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-8)
    tried = [top * share / 127 for share in np.linspace(0.7, 1.0, 13)]
    codes = [np.clip(np.round(weight / s), -127, 127) for s in tried]
    error = np.stack([((c * s - weight) ** 2).sum(1) for c, s in zip(codes, tried, strict=True)])
    best = error.argmin(0)
    rows = np.arange(len(weight))
    scale = np.stack(tried)[best, rows, 0].astype(np.float32)
    return np.stack(codes)[best, rows].astype(np.int8), scale


def round_by_use(weight: np.ndarray, inputs: np.ndarray) -> Rounded:
    """As `quantise`, but what rounding one column does to the products with `inputs` (n, n_in) is made good by the
    columns after it (GPTQ: Frantar et al. 2022).
    """
    _, scale = quantise(weight)
    use = inputs.astype(np.float64)
    curve = use.T @ use / len(use)
    curve += 0.01 * np.trace(curve) / len(curve) * np.eye(len(curve))
    upper = np.linalg.cholesky(np.linalg.inv(curve)).T
    left = weight.astype(np.float64)
    codes = np.zeros_like(left)
    for column in range(left.shape[1]):
        codes[:, column] = np.clip(np.round(left[:, column] / scale), -127, 127)
        error = (left[:, column] - codes[:, column] * scale) / upper[column, column]
        left[:, column + 1 :] -= np.outer(error, upper[column, column + 1 :])
    return codes.astype(np.int8), scale


def row_sums(codes: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """What a matrix gives for a vector of ones: (n_out,)."""
    sums: np.ndarray = codes.astype(np.float32).sum(1) * scale
    return sums


def encoder_graph(state: dict[str, np.ndarray], graph: Graph, name: str, head: str | None = None) -> onnx.ModelProto:
    """words (b, n, 384), features (b, n) int64 -> hidden (b, n, 384) and, of the layer `head`, scores (b, n, k).

    The table of word pieces is no part of the graph: it is MiniLM's own, and every model that ships shares it.
    """
    g, w = graph, {k: v.astype(np.float32) for k, v in state.items()}
    g.node("Shape", ["features"], "shape")
    for k, v in (("zero", [0]), ("one", [1]), ("two", [2])):
        g.const(k, np.array(v, np.int64))
    g.node("Slice", ["shape", "one", "two"], "n")
    position = w["encoder.position.weight"]
    g.node(
        "Slice",
        [g.const("position", position) if g.bits == 32 else g.half("position", position), "zero", "n", "zero"],
        "at",
    )
    g.node("Gather", [g.const("feature", w["encoder.feature.weight"]), "features"], "marks")
    g.node("Add", ["words", "marks"], "words.marked")
    g.node("Add", ["words.marked", "at"], "embedded")
    g.const("norm.g", w["encoder.norm.weight"]), g.const("norm.b", w["encoder.norm.bias"])
    x = g.node("LayerNormalization", ["embedded", "norm.g", "norm.b"], "x0", axis=-1, epsilon=1e-12)
    for i in range(LAYERS):
        get = partial(_layer_weight, w, i)
        qkv = g.matmul(x, f"qkv{i}", get("qkv.weight"), f"qkv{i}.out")
        g.nodes.append(helper.make_node("Split", [qkv], [f"q{i}", f"k{i}", f"v{i}"], name=f"split{i}", axis=2))
        bias = g.const(f"qkv{i}.bias", get("qkv.bias"))
        a = g.node("MultiHeadAttention", [f"q{i}", f"k{i}", f"v{i}", bias], f"heads{i}", MS, num_heads=HEADS)
        a = g.matmul(a, f"out{i}", get("out.weight"), f"out{i}.out")
        x = _skip_norm(g, a, x, f"norm1.{i}", get("norm1.weight"), get("norm1.bias"), get("out.bias"))
        h = g.matmul(x, f"up{i}", get("up.weight"), f"up{i}.out")
        h = g.node("BiasGelu", [h, g.const(f"up{i}.bias", get("up.bias"))], f"gelu{i}", MS)
        down, bias = get("down.weight"), get("down.bias")
        if g.bits == 8:
            h = g.node("Add", [h, "gelu.least"], f"gelu{i}.lifted")
            bias = bias - GELU_LEAST * row_sums(*g.codes(f"down{i}", down))
        h = g.matmul(h, f"down{i}", down, f"down{i}.out", positive=True)
        x = _skip_norm(g, h, x, f"norm2.{i}", get("norm2.weight"), get("norm2.bias"), bias)
    g.nodes[-1].output[0] = "hidden"
    if head is not None:
        g.node("MatMul", ["hidden", g.const("head.w", w[f"{head}.weight"].T)], "head.raw")
        g.node("Add", ["head.raw", g.const("head.b", w[f"{head}.bias"])], "scores")
    outputs = [value_info("hidden", ["b", "n", HIDDEN])]
    if head is not None:
        outputs.append(value_info("scores", ["b", "n", len(w[f"{head}.bias"])]))
    inputs = [value_info("words", ["b", "n", HIDDEN]), value_info("features", ["b", "n"], TensorProto.INT64)]
    return g.model(inputs, outputs, name)


def value_info(name: str, shape: list[str | int], kind: int = TensorProto.FLOAT) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _layer_weight(weights: dict[str, np.ndarray], layer: int, part: str) -> np.ndarray:
    return weights[f"encoder.layers.{layer}.{part}"]


def _skip_norm(g: Graph, x: str, skip: str, name: str, gamma: np.ndarray, beta: np.ndarray, bias: np.ndarray) -> str:
    """Two additions and a normalisation: on a CPU faster than the fused operator."""
    g.node("Add", [x, g.const(f"{name}.bias", bias)], f"{name}.x")
    g.node("Add", [f"{name}.x", skip], f"{name}.sum")
    weights = [g.const(f"{name}.{k}", v) for k, v in (("g", gamma), ("b", beta))]
    return g.node("LayerNormalization", [f"{name}.sum", *weights], f"{name}.out", axis=-1, epsilon=1e-12)


def write_piece_table(table: np.ndarray, folder: Path) -> None:
    """(n_pieces, 384) as int8 codes with one scale a piece: `pieces.npy` and `pieces-scales.npy`."""
    codes, scales = quantise(table)
    np.save(folder / "pieces.npy", codes)
    np.save(folder / "pieces-scales.npy", scales.astype(np.float16))
