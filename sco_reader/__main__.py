"""Where `sco-reader` and `python -m sco_reader` begin."""

import sys

_NOT_BUILT = """\
SCO Reader: this checkout has not been set up. Start it once with ./run, which builds its words and its reference.
لم يُجهَّز البرنامج في هذا المجلد بعد: شغّله مرة بالأمر ./run ليبني كلماته وبياناته.
"""


def main() -> None:
    """Run the command line and leave with its exit status."""
    from sco_reader.cli import BAD_INPUT, run
    from sco_reader.paths import built

    if not built("en.mo").is_file():  # a checkout without its catalogues has no other words than these
        sys.stderr.buffer.write(_NOT_BUILT.encode())
        sys.exit(BAD_INPUT)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
