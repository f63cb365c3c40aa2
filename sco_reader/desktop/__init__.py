"""The window. Qt is imported here and nowhere else; facts and wording come from `cards`, `search` and `timeline`."""
