"""The rules of the women-worker committee: whether there must be one, its term, its director, its elections."""
