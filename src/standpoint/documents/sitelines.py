"""One line of a text in; why it is site furniture out, or None for a line of the text itself.

General shapes of news sites, agencies and ministries, each a whole line; no outlet is named but agencies in credits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SITES = (
    r"(?:facebook|twitter|x|you\s?tube|instagram|telegram|whats\s?app|tik\s?tok|linked\s?in|google\s+(?:news|podcasts)"
    r"|apple\s+(?:news|podcasts)|flipboard|vkontakte|vk|ok\.ru|odnoklassniki|reddit|threads|bluesky|mastodon|viber"
    r"|spotify|soundcloud|yandex(?:[ .]\w+)?|zen|dzen|rutube|weibo|wechat|pinterest|rss|social\s+media)"
)
_AGENCIES = (
    r"(?:reuters|afp|ap|epa(?:-efe)?|tass|ria|interfax|anadolu|dpa|ansa|efe|pa|xinhua|getty(?:\s+images)?|shutterstock"
    r"|alamy|bloomberg|zuma|sputnik|upi|kyodo|yonhap|ukrinform|unian|armenpress|azertac|irna|isna|ritzau|afp-jiji"
    r"|associated\s+press|agence\s+france-presse|handout|pool|file|stringer)"
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?:\s+(?:(?:de|da|di|van|von|der|al|el|bin|ben|le|la)\s+)?[A-ZÀ-Þ][\w.'’-]*){0,3}"

_LOOSE: tuple[tuple[str, str], ...] = (
    (
        "share buttons",
        rf"(?:(?:share|tweet|e-?mail|print|copy\s+link|link\s+copied|comments?|save|bookmark|listen|like|pin|send|more|"
        rf"{_SITES})(?:\s+(?:this|on|via|to|by|article|story|page|post|link|{_SITES}))*[\s|,·•/+0-9()&-]*)+",
    ),
    ("share buttons", rf"share\s+(?:this|via|it|with|on|the)\b.{{0,60}}|share\s*:.{{0,80}}|(?:on|via|at)\s+{_SITES}"),
    (
        "share buttons",
        r"like\s+(?:this\s*:|loading\b).{0,20}|\d[\d,. ]*[km]?\s+(?:shares?|views?|likes|comments?|reads)",
    ),
    (
        "call to follow",
        r"(?:you\s+can\s+|please\s+|and\s+|also\s+)*(?:follow|find|join|like|watch|visit|connect\s+with|listen\s+to|see)"
        rf"\s+(?:us|our|me|him|her|them|@\w+|\S+(?:\s+\S+){{0,6}})\s+(?:also\s+)?(?:on|in|at|via)\s+.{{0,40}}"
        rf"\b{_SITES}\b.{{0,80}}",
    ),
    (
        "call to follow",
        r"follow\s+(?:us|me|@\w+|(?:the\s+)?author)\b.{0,80}|join\s+(?:our|the)\s+(?:\S+\s+)?"
        r"(?:channel|group|community|conversation)\b.{0,80}|stay\s+(?:tuned|connected|updated|informed)\b.{0,80}",
    ),
    (
        "call to subscribe",
        r"(?:(?:you\s+can|please|to|click\s+here\s+to)\s+)?(?:subscribe|sign\s+up|register)\b(?!.*\bsaid\b).{0,160}",
    ),
    (
        "call to subscribe",
        r"(?:get|receive|have)\s+(?:the|our|all|more|daily|weekly|breaking|top|latest|news|every|updates).{0,100}"
        r"\b(?:newsletters?|inbox|alerts?|notifications?|e-?mail|phone|app)\b.{0,60}",
    ),
    (
        "call to subscribe",
        r"(?:download|get|install)\s+(?:our|the)\s+(?:\S+\s+){0,4}app\b.{0,80}|.{0,40}\bnewsletters?\s*(?:sign-?up)?",
    ),
    (
        "pointer to another text",
        r"(?:read|see|watch|view|listen|learn|find\s+out|discover)\s+(?:more|also|next|here|on)\b"
        r"(?!\s+(?:than|of\s+the)\b).{0,200}|(?:also|must)\s+(?:read|see|watch|on)\b\s*(?:[:|–—-].{0,200})?",
    ),
    (
        "pointer to another text",
        r"(?:read|see|view|watch)\s+(?:the\s+|our\s+)?(?:full|entire|whole|original|complete|related|previous)\s+"
        r"(?:story|article|report|text|interview|statement|transcript|coverage|video|version|post|stories|articles)"
        r"\b(?:\s+(?:here|on|at|in|from)\b.{0,80})?\s*[.:»>→]*",
    ),
    (
        "pointer to another text",
        r"(?:related|recommended|trending|watch|video|listen|podcast|gallery|in\s+pictures|in\s+photos|explainer|"
        r"more\s+(?:on|from|about|in)|further\s+reading|read|see)\s*[:|»>]\s*.{0,200}",
    ),
    (
        "pointer to another text",
        r"(?:related|recommended|more|other|latest|top|most\s+read|similar|popular|trending)\s+(?:articles?|stories|news|"
        r"topics?|content|reading|posts?|links?|videos?|coverage|headlines|materials|items)(?:\s+(?:on|from|in|by)\s.{0,60})?:?",
    ),
    (
        "pointer to another text",
        r"(?:related|recommended(?:\s+for\s+you)?|most\s+(?:read|popular|viewed)|trending(?:\s+now)?|editor.?s.?\s+picks?|"
        r"up\s+next|don.?t\s+miss|what\s+to\s+(?:read|watch)\s+next|you\s+(?:may|might|could)\s+(?:also\s+)?"
        r"(?:like|be\s+interested|enjoy|want).{0,40}|(?:next|previous)\s+(?:article|story|post|page)|"
        r"more\s+on\s+this(?:\s+story)?|more\s+(?:on|from|about)\s+(?:this|the\s+)?\S+(?:\s+\S+){0,3}|read\s+more)[:.…»>→]*",
    ),
    (
        "pointer to another text",
        r"(?:click|tap|press)\s+(?:here|below|on|the\s+link)\b.{0,120}|continue\s+reading\b.{0,80}|"
        r"(?:link|source|via|original(?:ly)?(?:\s+(?:article|published(?:\s+(?:on|at|by))?))?)\s*:?\s*https?://\S+",
    ),
    (
        "advertisement",
        r"(?:advertisements?|advertising|adverts?|ads?\s+(?:feedback|by\b.{0,30}|loading)|"
        r"(?:sponsored|promoted|paid|partner)(?:\s+(?:content|post|links?|stories|message|by\b.{0,40}))?|"
        r"(?:story|article|text)\s+continues\s+(?:below|after)\b.{0,60}|skip\s+(?:past|to|ad|advert)\b.{0,60}|"
        r"after\s+newsletter\s+promotion|remove\s+ads\b.{0,40})[.:]*",
    ),
    (
        "call to support",
        r"(?:please\s+)?(?:donate|support)\s+(?:now|today|us|our|independent|quality|\S+\s+journalism)\b.{0,160}|"
        r"(?:become|be)\s+a\s+(?:member|subscriber|supporter|patron)\b.{0,120}",
    ),
    (
        "page control",
        r"(?:loading|back\s+to\s+(?:top|home.{0,20})|scroll\s+(?:down|up|for|to)\b.{0,40}|show\s+(?:more|less|comments)|"
        r"load\s+more.{0,20}|view\s+(?:all|comments|gallery|image|more).{0,30}|hide\s+\S+|menu|search|log\s?in|sign\s+in|"
        r"home|next|previous|play(?:\s+video)?|close|expand|toggle\s+\S+|open\s+in\s+(?:app|browser)|"
        r"(?:leave|post|add|write)\s+a\s+(?:comment|reply).{0,30}|comments?\s+(?:are\s+)?(?:closed|off|\(\d+\)).{0,20}|"
        r"have\s+your\s+say.{0,60}|join\s+the\s+(?:conversation|discussion).{0,60})[.…:]*",
    ),
    ("page control", r"home\s*[>»/|›→].{0,120}|(?:\S+(?:\s\S+){0,2}\s*[>»›→]\s*){2,}.{0,60}"),
    (
        "legal notice",
        r"(?:.{0,40}(?:©|\(c\)\s*\d{4}|&copy;).{0,160}|copyright\b.{0,160}|.{0,120}\ball\s+rights\s+reserved\b.{0,60})",
    ),
    (
        "legal notice",
        r"(?:this\s+(?:material|content|article|story)|no\s+part\s+of\s+this|reproduction|republication|when\s+(?:using|"
        r"quoting|citing|reprinting)|any\s+use\s+of|use\s+of\s+(?:materials|content))\b.{0,160}\b(?:prohibited|forbidden|"
        r"permission|permitted|redistributed|rewritten|reproduced|hyperlink|obligatory|mandatory|required|licen[cs]e)\b.{0,120}",
    ),
    (
        "legal notice",
        r"(?:we|this\s+(?:site|website|page))\s+uses?\s+cookies\b.{0,160}|(?:accept|reject)\s+(?:all|cookies).{0,20}|"
        r"(?:privacy|cookie)\s+(?:policy|settings|notice).{0,80}|terms\s+(?:of|and)\s+(?:use|service|conditions).{0,80}|"
        r"our\s+standards\s*:.{0,80}|by\s+(?:clicking|continuing|signing|subscribing)\b.{0,60}\byou\s+(?:agree|accept)\b.{0,120}",
    ),
    (
        "legal notice",
        r"(?:the\s+)?(?:views|opinions)\s+expressed\b.{0,60}\b(?:author|writer|own|reflect)\S*\b.{0,120}|"
        r"\(?(?:this\s+(?:story|article|report)|the\s+(?:above|preceding)\s+\S+)\s+(?:has\s+been|was|is|has\s+not\s+been)\s+"
        r"(?:auto-?generated|(?:originally\s+|first\s+|also\s+)?(?:published|edited|produced|translated|supplied|written|"
        r"updated|corrected|amended|provided)).{0,120}\)?",
    ),
    (
        "request to readers",
        r"(?:if\s+you\s+)?(?:found|noticed?|see|spot(?:ted)?|find|report)\s+(?:an?|any)\s+(?:typo|error|mistake|bug)\b.{0,120}|"
        r"(?:do\s+you\s+have|got|have)\s+an?\s+(?:tip|story|news\s+tip)\b.{0,120}|send\s+(?:us\s+)?(?:your\s+)?tips\b.{0,100}|"
        r"(?:contact|write\s+to|e-?mail|reach)\s+(?:us|the\s+(?:author|editor|reporter|newsroom))\b.{0,100}|"
        r"what\s+do\s+you\s+think\?.{0,60}|(?:contact|about)\s+us",
    ),
    (
        "credit line",
        r"(?:additional\s+)?(?:reporting|writing|editing|compiled|edited|translated|translation|written|reported|posted|"
        r"produced|contributed|research|production)(?:\s+and\s+\w+)?\s+(?:by|from)\s.{1,160}|"
        r".{1,80}\bcontributed\s+to\s+this\s+(?:report|story|article)\b.{0,20}|"
        r"\(?(?:with|additional)\s+(?:inputs?|reporting|files?|material|agencies)\b.{0,80}\)?|"
        r"(?:author|editor|reporter|translator|correspondent|writer)s?\s*:\s*.{1,60}|\(?with\s+agencies\)?",
    ),
    (
        "picture credit",
        r"[\[(]?(?:(?:file|archive|cover|main|stock)\s+)?(?:photo(?:graph(?:y|er)?)?s?|image|picture|pic|illustration|"
        r"graphic|video|footage)(?:\s+(?:credit|courtesy|source))?s?\s*(?:\bby\b|\bcourtesy\b|\bof\b(?=\s+the\s+)|[:/|©])"
        r"(?!.*\b(?:said|says|told|shows?|showed)\b)\s*\S+(?:\s+\S+){0,11}",
    ),
    ("picture credit", r"(?:credit|image\s+credit|caption|photo\s+credit|source)s?\s*[:/]\s*\S+(?:\s+\S+){0,7}"),
    (
        "picture credit",
        rf"[\[(]?(?:\S+\s+){{0,5}}\S*(?:/|\svia\s)\s*{_AGENCIES}(?:\s+(?:images|photo|via\s.{{1,30}}))?[\])]?|"
        rf"[\[(]?{_AGENCIES}\s*(?:/|\s(?:photo|images?)\b|via\b)(?:\s*\S+){{0,5}}[\])]?|[\[(]\s*{_AGENCIES}\s*[\])]",
    ),
    (
        "time stamp",
        r"(?:\d+\s*[-–]?\s*min(?:ute)?s?\s+read|reading\s+time\s*:?.{0,30}|(?:\d+|an?)\s+(?:sec(?:ond)?|"
        r"min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago)",
    ),
    (
        "time stamp",
        r"(?:first\s+|last\s+)?(?:published|posted|updated?|modified|edited|date)(?:\s+(?:on|at))?\s*:?\s+(?=\S*\s*\S*\d)"
        r"\S+(?:\s+\S+){0,9}",
    ),
    ("tags", r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed\s+under|posted\s+in|section|labels?)\s*:.{0,200}"),
    ("tags", r"(?:#\w+[\s,;|]*)+"),
    ("link", r"(?:https?://|www\.)\S+|@\w{2,30}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("rule", r"[\s*_=~#•·.–—-]{2,}|\[?ends?\]?|-\s*ends?\s*-|-\s*30\s*-|-{1,3}\s*0\s*-{1,3}"),
)
_STRICT: tuple[tuple[str, str], ...] = (
    (
        "credit line",
        rf"(?:By|BY|Text by|Words by)\s+{_NAME}(?:(?:,|\s+and|\s+&)\s+{_NAME}){{0,4}}"
        r"(?:\s+(?:in|for|at|of)\s+[A-ZÀ-Þ]\S*(?:\s+\S+){0,4}|,\s*[\w' ]{3,60})?(?:\s*[|•·–—-]\s*.{1,60})?",
    ),
)
_SECTION = re.compile(
    r"(?:related|recommended|trending|more|other|latest|top|similar|popular|read\s+(?:also|more|next)|also\s+read|"
    r"see\s+also|most\s+(?:read|popular|viewed)|editor.?s.?\s+picks?|you\s+(?:may|might)\s+(?:also\s+)?like|"
    r"more\s+on\s+this(?:\s+story)?|further\s+reading|tags?|what\s+to\s+read\s+next|don.?t\s+miss)"
    r"(?:\s+(?:articles?|stories|news|topics?|content|reading|posts?|links?|videos?|coverage|headlines))?\s*[:.…»>→]*",
    re.IGNORECASE,
)
_MAX_LINE = 260


class LineReader:
    """The patterns, compiled once per reader, so that the module holds no more than their text."""

    __slots__ = ("_patterns",)

    def __init__(self) -> None:
        self._patterns = tuple(_compile())

    def explain(self, line: str) -> str | None:
        """Why a line is furniture, or None."""
        line = line.strip().lstrip("•▪►▶→»>*-– ").strip() or line.strip()
        if not line or len(line) > _MAX_LINE:
            return None
        return next((reason for reason, pattern in self._patterns if pattern.fullmatch(line)), None)


def explain_line(line: str) -> str | None:
    """Why one line is furniture, or None; `LineReader` does the same for many."""
    return LineReader().explain(line)


def opens_section(line: str) -> bool:
    """Whether a line heads a list of other texts ("Related stories")."""
    return _SECTION.fullmatch(line.strip()) is not None


def _compile() -> Iterator[tuple[str, re.Pattern[str]]]:
    for reason, pattern in _LOOSE:
        yield reason, re.compile(pattern, re.IGNORECASE)
    for reason, pattern in _STRICT:
        yield reason, re.compile(pattern)
