"""What a note and a bookmark are, as frozen values. Moments are UTC."""

import re
from dataclasses import dataclass
from datetime import datetime

from sco_reader.arabic.bidi import bare


@dataclass(frozen=True, slots=True)
class Subject:
    """What something is kept on: an entity, or one fact of it.

    The names and `about` are what the reader saw on that day: they still say what it was when the id has gone away.
    """

    entity: str
    name_en: str
    name_ar: str
    fact: str = ""
    """Id of the fact in the reference, such as `status:kz:member:2001-06-15`; empty for the entity as a whole."""
    about: str = ""
    """What that fact said."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the user's own, in Markdown."""

    id: str
    subject: Subject
    text: str
    made: datetime
    changed: datetime

    @property
    def gist(self) -> str:
        """The first words in one line, without the marks of Markdown."""
        plain = _LINK.sub(r"\1", _AT_START.sub("", bare(self.text[:_FIRST])))
        return " ".join(_EMPHASIS.sub("", plain).split())


_FIRST = 240
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_AT_START = re.compile(r"^ {0,3}(?:#{1,6} +|> ?|[-*+] +)", re.MULTILINE)
_EMPHASIS = re.compile(r"\*{1,3}|__|`+|~~")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entity to come back to."""

    subject: Subject
    made: datetime
