"""`python -m tests.bench`: the table of all rows."""

import sys

from tests.bench import bench_files, bench_lookup, bench_million, bench_window


def main() -> None:
    sys.stdout.write(f"{'name':62} {'ours':>10} {'baseline':>10} {'ratio':>7}\n")
    for module in (bench_lookup, bench_window, bench_files, bench_million):
        for row in module.rows():
            sys.stdout.write(f"{row.name:62} {row.ours * 1000:8.1f}ms {row.baseline * 1000:8.2f}ms {row.ratio:7.2f}\n")
            sys.stdout.flush()


main()
