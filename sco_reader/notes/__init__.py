"""The user's own notes and bookmarks: one SQLite file beside the settings, never in the reference; without Qt."""
