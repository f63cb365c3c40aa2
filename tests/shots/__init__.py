"""A picture of every view, in both languages, light and dark, at three sizes, and in high contrast: `./run shots`."""
