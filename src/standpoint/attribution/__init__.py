"""Who said what: source, cue and content, their links and their nesting."""
