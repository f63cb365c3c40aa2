"""Where `sco-reader` and `python -m sco_reader` begin."""

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    from sco_reader.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
