"""Random keys and mouse events on the real window, in a process of its own: `python -m tests.monkey --events 10000`."""
