"""The encoder that all models share the shape of: MiniLM's six layers in torch, with a feature added to each piece.

Weights come in as the safetensors file of all-MiniLM-L6-v2; vectors of pieces go out.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, HEADS, LAYERS, INNER, VOCAB, POSITIONS = 384, 12, 6, 1536, 30522, 512
N_FEATURES = 6


def drop_features(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout of whole features of a window (b, n, h): one mask for all its pieces, cheap to draw on a CPU."""
    if not training:
        return x
    keep = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - share)
    return x * (keep / (1 - share))


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        a = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, n, HIDDEN))
        x = self.norm1(x + drop_features(a, self.dropout, self.training))
        h = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + drop_features(h, self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCAB, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.feature = nn.Embedding(N_FEATURES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.word(pieces) + self.position(positions) + self.feature(features))
        x = drop_features(x, self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    def load_minilm(self, path: Path) -> None:
        raw = load_file(str(path))
        get = {k.removeprefix("bert."): v for k, v in raw.items()}
        own = {
            "word.weight": get["embeddings.word_embeddings.weight"],
            "position.weight": get["embeddings.position_embeddings.weight"],
            "norm.weight": get["embeddings.LayerNorm.weight"],
            "norm.bias": get["embeddings.LayerNorm.bias"],
        }
        first = get["embeddings.token_type_embeddings.weight"][:1]
        own["feature.weight"] = first + 0.01 * torch.randn(N_FEATURES, HIDDEN)
        own["feature.weight"][0] = first
        for i in range(LAYERS):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [get[f"{at}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
                own[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
                own[f"layers.{i}.out.{kind}"] = get[f"{at}attention.output.dense.{kind}"]
                own[f"layers.{i}.norm1.{kind}"] = get[f"{at}attention.output.LayerNorm.{kind}"]
                own[f"layers.{i}.up.{kind}"] = get[f"{at}intermediate.dense.{kind}"]
                own[f"layers.{i}.down.{kind}"] = get[f"{at}output.dense.{kind}"]
                own[f"layers.{i}.norm2.{kind}"] = get[f"{at}output.LayerNorm.{kind}"]
        self.load_state_dict(own)


def encoder_groups(encoder: Encoder, rate: float, decay: float) -> list[dict]:
    """Parameters with rates that fall by `decay` a layer, the top one first. The table of pieces is left as it is."""
    encoder.word.weight.requires_grad_(False)
    groups = []
    for depth, module in enumerate(reversed(encoder.layers)):
        groups.append({"params": list(module.parameters()), "lr": rate * decay**depth})
    low = [encoder.position.weight, encoder.feature.weight, *encoder.norm.parameters()]
    groups.append({"params": low, "lr": rate * decay ** len(encoder.layers)})
    return groups
