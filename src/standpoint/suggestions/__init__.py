"""What a codebook lacks and how one may begin: proposals for an analyst to judge, drawn from what people say."""

from standpoint.suggestions.drafting import draft_codebook
from standpoint.suggestions.issues import Example, NearIssue, Suggestion, suggest_issues

__all__ = ["Example", "NearIssue", "Suggestion", "draft_codebook", "suggest_issues"]
