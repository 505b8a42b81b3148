"""Who said what: source, cue and content, their links and their nesting."""

from standpoint.attribution.kinds import classify_kind
from standpoint.attribution.protocol import AttributionModel
from standpoint.attribution.rules import RuleAttribution

__all__ = ["AttributionModel", "RuleAttribution", "classify_kind"]
