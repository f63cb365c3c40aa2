"""The command line: arguments in, one answer out. What each command answers stands in `commands`."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, cast

from sco_reader.errors import (
    BadArguments,
    BadChoice,
    BadValue,
    MissingArguments,
    NoValue,
    UnknownArguments,
    UnknownCommand,
    UserError,
)
from sco_reader.words import Lang, say, sentence

if TYPE_CHECKING:
    from sco_reader.arabic.terminal import Mode

FOUND, NOTHING_FOUND, BAD_INPUT = 0, 1, 2

COMMANDS = (
    "lookup", "show", "states", "leaders", "meetings", "delegations", "claims", "sheet", "timeline", "check",
    "build", "coverage", "audit", "completion", "changes",
)  # fmt: skip


_WITH_A_VALUE = ("--lang", "--on", "--house", "--file", "--bidi")
_NO_COMMAND: dict[str, object] = {
    "command": None, "query": [], "popup": False, "version": False,
    "install_desktop": False, "uninstall_desktop": False,
}  # fmt: skip
"""What the window's parser and that of the commands leave unsaid, each for the other."""
_UNSAID: dict[str, object] = {
    "lang": None, "on": None, "json": False, "file": None, "bidi": "auto", "house": None, **_NO_COMMAND,
}  # fmt: skip

HOUSES = ("egypt", "gulf", "levant", "maghreb")
"""Those of `arabic.wording`, which a look-up need not load."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit status: 0 found, 1 nothing found, 2 bad input (one sentence on stderr)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    lang = _language(arguments)
    try:
        options, unknown = _parsed(arguments, lang)
        if unknown:
            command = f"sco-reader {options.command}" if options.command else "sco-reader"
            raise UnknownArguments(what=" ".join(unknown), command=f"{command} --help")
        options.asked_lang, options.sheet_lang, options.lang = options.lang, options.lang or lang, lang
        from sco_reader import commands

        return int(commands.answer(options))
    except _HelpAsked as asked:
        _show_help(asked.text, _bidi(arguments))
        return FOUND
    except UserError as error:
        from sco_reader.console import complain

        complain(sentence(error, lang), _bidi(arguments))
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of our pipe has seen enough (`| head`): leave quietly, and let nothing be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND


def _parsed(arguments: Sequence[str], lang: Lang) -> tuple[argparse.Namespace, list[str]]:
    """What is asked, and the arguments that nobody knows."""
    if not arguments:  # the window, at once: a parser for sixteen commands is not made for nothing
        return argparse.Namespace(**_UNSAID), []
    opens = _asks_for_the_window(arguments)
    return (_window_parser if opens else _parser)(lang).parse_known_args(list(arguments))


def _language(arguments: Sequence[str]) -> Lang:
    """The language asked for by --lang, otherwise that of the locale (POSIX order of precedence)."""
    for index, argument in enumerate(arguments):
        asked = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        if asked in ("ar", "en"):
            return "ar" if asked == "ar" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "ar" if os.environ[name].startswith("ar") else "en"
    return "en"


def _bidi(arguments: Sequence[str]) -> "Mode":
    """The order asked for by --bidi; help and slips are shown before the rest of the line is read, or without it."""
    found = re.search(r"--bidi[= ](logical|visual)(?: |$)", " ".join(arguments))
    return cast("Mode", found[1]) if found else "auto"


class _HelpAsked(Exception):
    """Carries the text out of argparse, which would write it as it stands and leave."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


def _show_help(text: str, bidi: "Mode") -> None:
    """On a terminal without bidi each column of a line is turned on its own: options stay at the left."""
    from sco_reader.arabic.bidi import is_rtl
    from sco_reader.arabic.terminal import for_terminal
    from sco_reader.console import columns, wrapped

    wide = columns()
    for line in (
        short for whole in text.splitlines() for short in ([whole] if "  " in whole else wrapped(whole, wide))
    ):
        parts = (
            for_terminal(part, bidi, is_terminal=sys.stdout.isatty(), rtl=is_rtl(part))
            for part in re.split("( {2,})", line)
        )
        sys.stdout.write("".join(parts) + "\n")


# What argparse says of a slip, in English alone; a sentence of ours is made of its parts.
_SLIPS: tuple[tuple[re.Pattern[str], type[UserError]], ...] = (
    (re.compile("the following arguments are required: (?P<what>.+)"), MissingArguments),
    (
        re.compile(r"argument (?P<what>.+?): invalid choice: '?(?P<given>.*?)'? \(choose from (?P<known>.+)\)"),
        BadChoice,
    ),
    (re.compile(r"argument (?P<what>.+?): invalid \w+ value: '(?P<given>.*)'"), BadValue),
    (re.compile(r"argument (?P<what>.+?): expected one argument"), NoValue),
)


_USAGE = "usage: "


class _Parser(argparse.ArgumentParser):
    """Reports a slip as one sentence of ours, by raising; argparse would print its usage and exit."""

    usage_title = "usage"

    def error(self, message: str) -> NoReturn:
        command = f"{self.prog} --help"
        for slip, problem in _SLIPS:
            if found := slip.fullmatch(message):
                fields: dict[str, Any] = found.groupdict()
                if "known" in fields:
                    fields["known"] = tuple(known.strip("'") for known in fields["known"].split(", "))
                raise problem(**fields, command=command)
        text = message[:1].upper() + message[1:]
        raise BadArguments(text=text if text.endswith(".") else text + ".", command=command)

    def print_help(self, file: object = None) -> NoReturn:
        """Where its title is not that of argparse, the usage stands below it: on one line both would run together."""
        said = self.format_help()
        if f"{self.usage_title}: " != _USAGE and said.startswith(_USAGE):
            said = f"{self.usage_title}:\n{' ' * len(_USAGE)}{said.removeprefix(_USAGE)}"
        raise _HelpAsked(said)


def _in_words_of_ours(parser: _Parser, help_of: Callable[[str], str]) -> None:
    """What argparse adds to a parser by itself, in the language of the rest."""
    parser._positionals.title, parser._optionals.title = help_of("arguments"), help_of("options")
    parser._option_string_actions["-h"].help = help_of("help")
    parser.usage_title = help_of("usage")


def _asks_for_the_window(arguments: Sequence[str]) -> bool:
    """True where the first word is no command: it is then looked up, or followed, in the window. Raises UnknownCommand.

    A word a letter away from a command was surely meant as that: no name of a state, a person or a city is so near.
    """
    words = iter(arguments)
    for word in words:
        if word == "--":
            return True
        if word in _WITH_A_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            if word in COMMANDS:
                return False
            from difflib import get_close_matches

            if near := get_close_matches(word, COMMANDS, n=1, cutoff=0.85):
                raise UnknownCommand(text=word, near=f"sco-reader {near[0]}")
            return True
    return False


def _window_parser(lang: Lang) -> _Parser:
    """For words that are no command: a name, or a link."""
    parser = _Parser(prog="sco-reader", parents=[_common(str)], allow_abbrev=False, add_help=False)
    parser.add_argument("query", nargs="*")
    parser.add_argument("--popup", action="store_true")
    parser.set_defaults(**_UNSAID)
    return parser


def _parser(lang: Lang) -> _Parser:
    def help_of(key: str) -> str:
        return say(f"help-{key}", lang)

    common = _common(help_of)  # of the commands alone: the defaults set below would else reset what stood before them
    parser = _Parser(
        prog="sco-reader", description=help_of("program"), epilog=help_of("examples"), parents=[_common(help_of)],
        formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
    )  # fmt: skip
    _in_words_of_ours(parser, help_of)
    parser.add_argument("--version", action="store_true", help=help_of("version"))
    parser.add_argument("--popup", action="store_true", help=help_of("popup"))
    for name in ("install-desktop", "uninstall-desktop"):
        parser.add_argument(f"--{name}", action="store_true", help=help_of(name))
    parser.set_defaults(**_UNSAID)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser, title=help_of("commands"))

    def add(name: str) -> _Parser:
        made = commands.add_parser(
            name, help=help_of(name), description=help_of(name), epilog=say(f"help-{name}-example", lang),
            parents=[common], formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
        )  # fmt: skip
        _in_words_of_ours(made, help_of)
        return made

    lookup = add("lookup")
    lookup.add_argument("query", nargs="*", metavar="QUERY", help=help_of("query"))
    lookup.add_argument("--limit", type=_positive, default=10, metavar="N", help=help_of("limit"))
    lookup.add_argument("--batch", metavar="FILE", help=help_of("batch"))
    add("show").add_argument("id", metavar="ID", help=help_of("id"))
    add("states")
    add("leaders").add_argument("--country", metavar="CC", help=help_of("country"))
    add("meetings").add_argument("--body", choices=("hsc", "hgc", "s5"), help=help_of("body"))
    add("delegations").add_argument("meeting", metavar="MEETING", help=help_of("meeting"))
    add("claims")
    sheet = add("sheet")
    sheet.add_argument("ids", nargs="+", metavar="ID", help=help_of("id"))
    sheet.add_argument("-o", "--output", metavar="FILE", help=help_of("output"))
    timeline = add("timeline")
    timeline.add_argument("-o", "--output", metavar="FILE", help=help_of("picture"))
    timeline.add_argument("--from", dest="since", metavar="D", help=help_of("from"))
    timeline.add_argument("--to", dest="until", metavar="D", help=help_of("to"))
    add("check").add_argument("folder", nargs="?", metavar="DIR", help=help_of("folder"))
    build = add("build")
    build.add_argument("folder", nargs="?", metavar="DIR", help=help_of("folder"))
    build.add_argument("-o", "--output", metavar="FILE", help=help_of("reference"))
    add("coverage")
    audit = add("audit")
    audit.add_argument("--sample", default="0.1", metavar="SHARE", help=help_of("sample"))
    audit.add_argument("--seed", type=int, default=1, metavar="N", help=help_of("seed"))
    changes = add("changes")
    changes.add_argument("--from", dest="since", metavar="D", help=help_of("changes-from"))
    changes.add_argument("--to", dest="until", metavar="D", help=help_of("changes-to"))
    add("completion").add_argument("shell", choices=("bash", "zsh", "tcsh"), help=help_of("shell"))
    return parser


def parser_for_completion() -> argparse.ArgumentParser:
    """The parser as it stands, for the program that writes completions."""
    return _parser("en")


def _common(help_of: Callable[[str], str]) -> _Parser:
    """Options that every command takes, before or after its name."""
    common = _Parser(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    group = common.add_argument_group(help_of("everywhere"))
    group.add_argument("--lang", choices=("ar", "en", "both"), help=help_of("lang"))
    group.add_argument("--on", metavar="DATE", help=help_of("on"))
    group.add_argument("--house", choices=HOUSES, help=help_of("house"))
    group.add_argument("--json", action="store_true", help=help_of("json"))
    group.add_argument("--file", metavar="FILE", help=help_of("file"))
    group.add_argument("--bidi", choices=("auto", "logical", "visual"), help=help_of("bidi"))
    return common


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)  # argparse names option and value; the sentence is ours
    return number
