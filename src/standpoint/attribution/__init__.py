"""Who said what: source, cue and content, their links and nesting. `load_attribution` gives the trained model."""

from standpoint.attribution.kinds import classify_kind
from standpoint.attribution.protocol import AttributionModel
from standpoint.attribution.rules import RuleAttribution
from standpoint.attribution.trained import TrainedAttribution, load_attribution

__all__ = ["AttributionModel", "RuleAttribution", "TrainedAttribution", "classify_kind", "load_attribution"]
