"""Where did every state of the reference stand on a day, and where does it stand today?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sco_reader import atlas, reference
from sco_reader.dates import Holds
from sco_reader.model import Status, Text
from sco_reader.store import Connection
from sco_reader.voice import Voice

NONE = "none"
"""Instead of a status: on that day the state had no standing."""

ORDER = (*reference.SCO_STATUSES, "shanghai_five", NONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """A state on a day; `held` is the status that it had, None where it had none."""

    country: str
    name: Text
    status: str
    held: Status | None
    certain: bool
    today: str
    """Its status today, or NONE."""

    @property
    def is_other_today(self) -> bool:
        return self.status != self.today


def standings(db: Connection, *, on: date, today: date) -> list[Standing]:
    """Every state of the reference, by rank on the day, then by its English name."""
    then, now = _held(db, on), _held(db, today)
    order = reference.sort_keys(db, "en")
    found = []
    for country in atlas.states():
        held = then.get(country)
        found.append(
            Standing(
                country, reference.entity(db, country).name, held.status if held else NONE, held,
                held is None or held.on(on) is Holds.YES, now[country].status if country in now else NONE,
            )
        )  # fmt: skip
    return sorted(found, key=lambda row: (ORDER.index(row.status), order[row.country]))


def in_order(db: Connection, found: Sequence[Standing], lang: str) -> list[Standing]:
    """The same states, those of one rank as a list in `lang` has them."""
    order = reference.sort_keys(db, lang)
    return sorted(found, key=lambda row: (ORDER.index(row.status), order[row.country]))


def _held(db: Connection, on: date) -> dict[str, Status]:
    """The status of each state on that day; one that held for certain goes before one that may have."""
    found: dict[str, Status] = {}
    for status in reference.statuses(db):
        answer = status.on(on)
        if answer is Holds.NO:
            continue
        before = found.get(status.country)
        if before is None or (answer is Holds.YES and before.on(on) is not Holds.YES):
            found[status.country] = status
    return found


def since(standing: Standing, voice: Voice) -> str:
    """Since which day, month or year; "" where there is no standing."""
    return voice.moment(standing.held.span.since) if standing.held else ""


def sentence(standing: Standing, voice: Voice) -> str:
    """A state in words: its name, where it stood, since when, and what it is today where that differs."""
    fields = {
        "name": voice.name(standing.name),
        "status": voice.say(f"status-{standing.status}"),
        "since": since(standing, voice),
    }
    line = voice.say("map-state" if standing.held else "map-state-none", **fields)
    if not standing.certain:
        line = voice.say("map-uncertain", line=line)
    if standing.is_other_today:
        line = voice.say("map-changed", line=line, today=voice.say(f"status-{standing.today}"))
    return line
