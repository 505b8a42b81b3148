"""The network in torch: the shared encoder, tag heads, and a linker that scores every word against each cue.

Padded windows come in; logits per word and per (cue, word) go out.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from encoder import HIDDEN, Encoder
from torch import Tensor, nn
from torch.nn import functional

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

    def forward(
        self, words: Tensor, mask: Tensor, quoted: Tensor, window: Tensor, cue: Tensor
    ) -> tuple[Tensor, Tensor]:
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
        x = functional.gelu(x).transpose(1, 2) * keep
        x = (x + functional.gelu(self.conv1(x))) * keep
        x = (x + functional.gelu(self.conv2(x))) * keep
        top = x.masked_fill(keep == 0, -1e4).amax(2)
        valid = self.valid(torch.cat([top, functional.gelu(self.cue_add(pooled))], 1)).squeeze(1)
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
