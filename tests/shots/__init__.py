"""A picture of every view, in both languages, light and dark, at three sizes: `./run shots`."""
