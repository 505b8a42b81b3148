"""What it means: issues, stance, acts, agreements, days."""
