"""The command line: it translates, prints and exits; nothing else in the package does."""
