"""What does a link such as `sco-reader:person/xi-jinping?on=2024-07-04` point to, and how is one written?"""

import re
from dataclasses import dataclass
from datetime import date

from sco_reader.dates import day_from
from sco_reader.errors import BadLink, NotADate

SCHEME = "sco-reader"

_LONGEST = 2000
_LINK = re.compile(
    r"sco-reader:/{0,2}(?P<what>[a-z]+(?:-[a-z]+)*)(?:/(?P<id>[a-z0-9]+(?:[-,:][a-z0-9]+)*))?/?(?:\?on=(?P<on>[0-9-]+))?",
    re.IGNORECASE,
)
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Link:
    """A kind or a view, the id under it (empty: the view alone), and the day (None: that of the window)."""

    what: str
    id: str = ""
    on: date | None = None

    @classmethod
    def parse(cls, text: str) -> "Link":
        """Read a link, as mail programs and browsers also hand it over (`%2C`, `//`, capitals). Raises BadLink."""
        found = _LINK.fullmatch(_ESCAPE.sub(_ascii, text.strip())) if len(text) <= _LONGEST else None
        if found is None:
            raise BadLink(text=text)
        try:
            on = day_from(found["on"]) if found["on"] else None
        except NotADate as error:
            raise BadLink(text=text) from error
        return cls(found["what"].lower(), (found["id"] or "").lower(), on)

    def __str__(self) -> str:
        path = f"{SCHEME}:{self.what}" + (f"/{self.id}" if self.id else "")
        return f"{path}?on={self.on}" if self.on is not None else path


def is_link(text: str) -> bool:
    """True where `text` means to be a link of ours, well written or not."""
    return text.strip().lower().startswith(f"{SCHEME}:")


def _ascii(found: re.Match[str]) -> str:
    """The letter of an escape; an id has no other than those of ASCII."""
    return chr(int(found[1], 16)) if int(found[1], 16) < 128 else found[0]
