"""What does a wheel hold beside the modules? The reference and the catalogues, and the data they were built from."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Hatch runs this before it packs; an editable install has everything in the checkout and needs nothing here."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from sco_reader.build import build_all

        build_all()
        # Not in pyproject.toml: there hatch would copy both folders into an editable install too.
        build_data["force_include"] |= {str(root / name): f"sco_reader/{name}" for name in ("data", "resources")}
