"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from sco_reader.errors import CannotWrite


def write_whole(target: Path, content: bytes) -> None:
    """Write `content` to `target` by way of a temporary file beside it. Raises CannotWrite; nothing is left behind."""
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".sco-reader-")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)
        temporary.replace(target)
    except OSError as error:
        raise CannotWrite(file=target) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
