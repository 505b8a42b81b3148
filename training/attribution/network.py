"""The network in torch: MiniLM with word features, tag heads, and a linker that scores every word against each cue.

Weights of the encoder come in as a safetensors file of all-MiniLM-L6-v2; logits per word and per (cue, word) go out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

HIDDEN, HEADS, LAYERS, INNER, VOCAB, POSITIONS = 384, 12, 6, 1536, 30522, 512
N_FEATURES = 6
N_TAGS = 9  # (source, cue, content) x (O, B, I)
N_BUCKETS, N_FLAGS, LINK = 32, 8, 64


@dataclass
class Batch:
    """Padded windows. `words`: (b, w) index of each word's first piece; cues are flat over the batch."""

    pieces: Tensor  # (b, n)
    features: Tensor  # (b, n)
    mask: Tensor  # (b, n) bool
    words: Tensor  # (b, w)
    word_mask: Tensor  # (b, w) bool
    quoted: Tensor  # (b, w) 0 outside quotation marks, else the quotation's number


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
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, n, HIDDEN))
        x = self.norm1(x + drop_features(a, self.dropout, self.training))
        h = self.down(F.gelu(self.up(x)))
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


class Linker(nn.Module):
    """Scores every word of a window as source and as content of each cue, and each cue as a cue."""

    def __init__(self) -> None:
        super().__init__()
        self.word_add, self.word_mul = nn.Linear(HIDDEN, LINK), nn.Linear(HIDDEN, LINK)
        self.cue_add, self.cue_mul = nn.Linear(HIDDEN, LINK), nn.Linear(HIDDEN, LINK)
        self.distance = nn.Embedding(N_BUCKETS, LINK)
        self.flag = nn.Embedding(N_FLAGS, LINK)
        self.conv1 = nn.Conv1d(LINK, LINK, 5, padding=2)
        self.conv2 = nn.Conv1d(LINK, LINK, 5, padding=6, dilation=3)
        self.out = nn.Linear(LINK, 2)
        self.valid = nn.Linear(2 * LINK, 1)
        nn.init.constant_(self.out.bias, -3.0)

    def forward(self, words: Tensor, mask: Tensor, quoted: Tensor, window: Tensor, cue: Tensor) -> tuple[Tensor, Tensor]:
        """words (b, w, h), quoted (b, w), window (c,), cue (c, 2) word bounds -> (c, w, 2) source, content; (c,)."""
        n = words.shape[1]
        at = torch.arange(n, device=words.device)
        inside = (at >= cue[:, :1]) & (at < cue[:, 1:])
        pooled = torch.einsum("cw,cwh->ch", inside.float() / inside.sum(1, keepdim=True), words[window])
        left, right = at - cue[:, :1], at - (cue[:, 1:] - 1)
        distance = torch.where(left < 0, left, torch.where(right > 0, right, torch.zeros_like(left)))
        of_word = quoted[window]
        of_cue = of_word.gather(1, cue[:, :1])
        flags = inside.long() + 2 * (of_word > 0).long() + 4 * ((of_word == of_cue) & (of_cue > 0)).long()
        x = (
            self.word_add(words)[window]
            + self.cue_add(pooled)[:, None]
            + self.word_mul(words)[window] * self.cue_mul(pooled)[:, None]
            + self.distance(buckets(distance))
            + self.flag(flags)
        )
        keep = mask[window][:, None, :].float()
        x = F.gelu(x).transpose(1, 2) * keep
        x = (x + F.gelu(self.conv1(x))) * keep
        x = (x + F.gelu(self.conv2(x))) * keep
        top = x.masked_fill(keep == 0, -1e4).amax(2)
        valid = self.valid(torch.cat([top, F.gelu(self.cue_add(pooled))], 1)).squeeze(1)
        return self.out(x.transpose(1, 2)), valid


def buckets(distance: Tensor) -> Tensor:
    """Signed distances in words to 32 buckets: exact to 4, then by the square root of two."""
    size = distance.abs()
    far = (4 + 2 * torch.log2(size.clamp(min=4).float() / 4)).floor().long().clamp(max=15)
    return torch.where(size < 4, size, far) + 16 * (distance > 0).long()


class AttributionNetwork(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.tags = nn.Linear(HIDDEN, N_TAGS)
        self.linker = Linker()

    def hidden(self, batch: Batch) -> Tensor:
        """Word vectors, (b, w, HIDDEN): the vector of each word's first piece."""
        x = self.encoder(batch.pieces, batch.features, batch.mask)
        return x.gather(1, batch.words[:, :, None].expand(-1, -1, HIDDEN))
