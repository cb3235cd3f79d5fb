"""HOW it is kept: one SQLite file, opened by one window at a time, every change remembered."""
