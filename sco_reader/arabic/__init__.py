"""The Arabic layer: folding, isolation, terminal order and wording. It knows text, and nothing of SCO Reader."""
