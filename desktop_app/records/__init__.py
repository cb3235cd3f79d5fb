"""WHAT is kept: one file per record type, read top to bottom like an empty paper form."""
