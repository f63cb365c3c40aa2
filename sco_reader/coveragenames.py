"""Coverage names meetings and parties by their ids, for programs; people want their names."""

from sco_reader import reference
from sco_reader.arabic.wording import listed
from sco_reader.coverage import Coverage
from sco_reader.store import Connection
from sco_reader.voice import Voice

SEAT_COLUMNS = ("column-meeting", "column-heads-known", "column-stayed-away", "column-not-known")


def seats_by_name(db: Connection, found: Coverage, voice: Voice) -> list[tuple[str, tuple[str, ...]]]:
    """The delegation matrix, the latest meeting first, each with its id: heads known, absences, who is not known."""
    matrix = found["delegation_matrix"]
    assert isinstance(matrix, dict)
    rows: list[tuple[str, tuple[str, ...]]] = []
    for meeting in reversed(reference.meetings(db)):
        seats = matrix[meeting.id]
        assert isinstance(seats, dict)
        answers = list(seats.values())
        unknown = [_name(db, party, voice) for party, said in seats.items() if said == "unknown"]
        row = (voice.name(meeting.name), str(answers.count("known")), str(answers.count("absent")),
               voice.say("list-comma").join(unknown))  # fmt: skip
        rows.append((meeting.id, row))
    return rows


def holes_by_name(db: Connection, found: Coverage, voice: Voice) -> list[tuple[str, str]]:
    """Heads of delegations whom nobody knows, each with the id of the meeting, and whatever else is missing."""
    holes = found["holes"]
    assert isinstance(holes, list)
    meetings = {meeting.id: voice.name(meeting.name) for meeting in reference.meetings(db)}
    rows = []
    for hole in map(str, holes):
        meeting, _, parties = hole.partition(": ")
        if meeting not in meetings:
            rows.append(("", hole))
            continue
        names = listed((_name(db, party, voice) for party in parties.split(", ")), voice.lang)
        rows.append((meeting, voice.say("fact-spoken", label=meetings[meeting], value=names)))
    return rows


def _name(db: Connection, party: str, voice: Voice) -> str:
    return voice.name(reference.entity(db, party).name)
