"""`python -m tests.bench`: the table of all rows."""

import sys

from tests.bench import bench_files, bench_live, bench_lookup, bench_million, bench_window
from tests.bench.rows import HEADINGS

MODULES = {
    "lookup": bench_lookup, "window": bench_window, "live": bench_live, "files": bench_files, "million": bench_million,
}  # fmt: skip


def main(wanted: list[str]) -> None:
    """Print the rows of the parts named, or of all."""
    if unknown := [name for name in wanted if name not in MODULES]:
        sys.exit(f"There is no part “{unknown[0]}” of the bench: name any of {', '.join(MODULES)}.")
    sys.stdout.write(f"{HEADINGS}\n")
    for name in wanted or MODULES:
        for row in MODULES[name].rows():
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()


main(sys.argv[1:])
