"""Cards: what the reference says of one thing, in one language, on one day; for window, sheet and terminal alike."""
