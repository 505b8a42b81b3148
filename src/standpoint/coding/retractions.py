"""Where speakers take back what they once held: the words of a content come in, the place of the correction goes out.

"I said in May that we would never meet. I was wrong": what stands before was held once, what stands behind is held
now.
"""

from __future__ import annotations

import re

_HELD = re.compile(
    r"\b(?:I|we|he|she|they)\s+(?:once\s+|have\s+|had\s+|also\s+|long\s+)?(?:said|used\s+to|thought|believed|demanded|"
    r"insisted|wanted|refused|rejected|opposed|called|told|warned|argued|promised|vowed)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:(?:I|we|he|she|they)\s+(?:was|were|had\s+been)\s+(?:\w+\s+)?(?:wrong|mistaken)\b(?!\s+(?:to|if|when)\b)"
    r"|changed\s+(?:my|our|his|her|their)\s+minds?\b"
    r"|(?:that|this|it)\s+was\s+(?:an?|my|our)\s+(?:\w+\s+)?(?:mistake|error)\b(?!\s+(?:to|if)\b)"
    r"|(?:do|does)(?:\s+not|n[’']t)\s+(?:think|believe|say)\s+so\s+(?:any\s?more|now|today)\b"
    r"|(?:take|took|taken)\s+(?:it|that|this)\s+back\b)",
    re.IGNORECASE,
)


def find_retraction(text: str) -> int | None:
    """The offset from which a content tells what is held now; None where nothing is taken back."""
    for m in _TAKEN_BACK.finditer(text):
        if _HELD.search(text, 0, m.start()):
            return m.start()
    return None
