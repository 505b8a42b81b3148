"""Who is who: the registry, mentions and their resolution by date."""
