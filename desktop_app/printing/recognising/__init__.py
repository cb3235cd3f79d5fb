"""Recognising a superior's own blank form: which of its empty cells the ledger can answer, and by which name."""
