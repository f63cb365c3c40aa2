"""One list under several tabs: all of it in groups, then each group apart."""

from collections.abc import Callable, Mapping

from sco_reader.cards.card import Group, Section


def tabs(
    groups: Mapping[str, Group], columns: tuple[str, ...], *, all_title: str, title_of: Callable[[str], str], empty: str
) -> tuple[Section, ...]:
    """The sections of a card that shows `groups`; `empty` is said where none of the rows is left."""
    count = sum(len(group.rows) for group in groups.values())
    whole = Section("all", all_title, columns, tuple(groups.values()), count, empty)
    apart = (
        Section(key, title_of(key), columns, (Group("", group.rows),), len(group.rows), empty)
        for key, group in groups.items()
    )
    return (whole, *apart)
