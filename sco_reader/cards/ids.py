"""The ids of the cards that are no entity; what a card compares stands in its id after a colon."""

HOME = "sco"
"""The organisation itself, on which the window opens."""
ABOUT = "about-the-data"
PRESS = "claims-of-the-press"
SINCE = "changes"
"""`changes:2023-07-04` names the other day."""
COMPARE = "compare"
"""`compare:kz,uz` names the columns."""
NO_ENTITY = (ABOUT, PRESS, SINCE, COMPARE)
"""The cards that are about no entity."""
