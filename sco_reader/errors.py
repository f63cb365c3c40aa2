"""What a reader of SCO Reader can put right: a class for each problem; its sentence stands in the catalogue."""

from typing import ClassVar


class UserError(Exception):
    """A problem that one sentence in the reader's language explains; `key` names the sentence, `fields` fill it."""

    key: ClassVar[str]

    def __init__(self, **fields: object) -> None:
        super().__init__(self.key, fields)
        self.fields = fields


class NotADate(UserError):
    key = "error-not-a-date"


class NotADay(NotADate):
    """The same, typed into the window: there nobody knows the ids of meetings."""

    key = "asof-not-a-day"


class UnknownId(UserError):
    key = "error-unknown-id"


class NotAMeeting(UserError):
    key = "error-not-a-meeting"


class NotACountry(UserError):
    key = "error-not-a-country"


class NoReference(UserError):
    key = "error-no-reference"


class NotOurFile(UserError):
    key = "error-not-our-file"


class OtherVersion(UserError):
    key = "error-other-version"


class CannotWrite(UserError):
    key = "error-cannot-write"


class CannotRead(UserError):
    key = "error-cannot-read"


class UnknownEnding(UserError):
    key = "error-unknown-ending"


class NoSheet(UserError):
    key = "error-no-sheet"


class NoDataFolder(UserError):
    key = "error-no-data-folder"


class DataHasProblems(UserError):
    key = "error-data-has-problems"


class NoDisplay(UserError):
    key = "error-no-display"


class BadShare(UserError):
    key = "error-bad-share"


class BadArguments(UserError):
    key = "error-bad-arguments"


class MissingArguments(UserError):
    key = "error-missing-arguments"


class UnknownArguments(UserError):
    key = "error-unknown-arguments"


class BadChoice(UserError):
    key = "error-bad-choice"


class BadValue(UserError):
    key = "error-bad-value"


class NoValue(UserError):
    key = "error-no-value"


class UnknownCommand(UserError):
    key = "error-unknown-command"


class NoQuery(UserError):
    key = "error-no-query"


class BadLink(UserError):
    key = "error-bad-link"


class NoAnswer(UserError):
    key = "error-no-answer"


class NotOnThisSystem(UserError):
    key = "error-not-on-this-system"


class OutOfTable(UserError):
    key = "error-out-of-table"


class NotComparable(UserError):
    key = "error-not-comparable"


class NotesNotSaved(UserError):
    key = "error-notes-not-saved"


class NotesDiskFull(NotesNotSaved):
    key = "error-notes-disk-full"


class NotesUnreadable(UserError):
    key = "error-notes-unreadable"


class NotesDamaged(UserError):
    key = "error-notes-damaged"


class NotesNewer(UserError):
    key = "error-notes-newer"


class NotNotes(UserError):
    key = "error-not-notes"


class NotesRepaired(UserError):
    key = "error-notes-repaired"


class NotesBegunAnew(UserError):
    key = "error-notes-begun-anew"


class NothingToNoteOn(UserError):
    key = "error-nothing-to-note-on"
