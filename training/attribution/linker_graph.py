"""Writes the linker as ONNX: the weights of the trained network come in, a graph in 32 bits goes out."""

from __future__ import annotations

import numpy as np
import onnx
from encoder import HIDDEN
from onnx import TensorProto
from onnx_graph import MS, Graph, value_info


def linker_graph(state: dict[str, np.ndarray], name: str) -> onnx.ModelProto:
    """words (w, 384), pool (c, w), buckets and flags (c, w) int64 -> links (c, w, 2), valid (c,); all 32 bits."""
    g = Graph()
    w = {k.removeprefix("linker."): v.astype(np.float32) for k, v in state.items() if k.startswith("linker.")}

    def linear(x: str, part: str) -> str:
        g.node("MatMul", [x, g.const(f"{part}.w", w[f"{part}.weight"].T)], f"{part}.{x}.raw")
        return g.node("Add", [f"{part}.{x}.raw", g.const(f"{part}.b", w[f"{part}.bias"])], f"{part}.{x}")

    g.node("MatMul", ["pool", "words"], "pooled")
    g.const("second", np.array([1], np.int64))
    cue_add = linear("pooled", "cue_add")
    add = g.node("Unsqueeze", [cue_add, "second"], "cue_add.wide")
    mul = g.node("Unsqueeze", [linear("pooled", "cue_mul"), "second"], "cue_mul.wide")
    g.node("Mul", [linear("words", "word_mul"), mul], "product")
    g.node("Add", [linear("words", "word_add"), add], "sum")
    g.node("Gather", [g.const("distance", w["distance.weight"]), "buckets"], "far")
    g.node("Gather", [g.const("flag", w["flag.weight"]), "flags"], "flagged")
    g.node("Sum", ["product", "sum", "far", "flagged"], "mixed")
    g.node("Gelu", ["mixed"], "mixed.gelu", MS)
    x = g.node("Transpose", ["mixed.gelu"], "x0", perm=[0, 2, 1])
    for part, dilation in (("conv1", 1), ("conv2", 3)):
        weights = [g.const(f"{part}.w", w[f"{part}.weight"]), g.const(f"{part}.b", w[f"{part}.bias"])]
        g.node("Conv", [x, *weights], f"{part}.raw", dilations=[dilation], pads=[2 * dilation] * 2, kernel_shape=[5])
        g.node("Gelu", [f"{part}.raw"], f"{part}.gelu", MS)
        x = g.node("Add", [x, f"{part}.gelu"], f"{part}.out")
    g.node("ReduceMax", [x], "top", axes=[2], keepdims=0)
    g.node("Gelu", [cue_add], "cue.gelu", MS)
    g.node("Concat", ["top", "cue.gelu"], "both", axis=1)
    g.node("Squeeze", [linear("both", "valid"), "second"], "valid")
    g.node("Transpose", [x], "by_word", perm=[0, 2, 1])
    g.node("Identity", [linear("by_word", "out")], "links")
    floats, ints = TensorProto.FLOAT, TensorProto.INT64
    inputs = [value_info("words", ["w", HIDDEN])]
    inputs += [value_info(k, ["c", "w"], t) for k, t in (("pool", floats), ("buckets", ints), ("flags", ints))]
    outputs = [value_info("links", ["c", "w", 2]), value_info("valid", ["c"])]
    return g.model(inputs, outputs, name)
