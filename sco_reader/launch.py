"""What `sco-reader` does where no command is named: the window, a wish for the open one, its place on the desktop."""

from argparse import Namespace
from pathlib import Path

from sco_reader.cli import FOUND, NOTHING_FOUND
from sco_reader.paths import reference_file
from sco_reader.replies import opened, printer
from sco_reader.words import say


def run(options: Namespace) -> int:
    """The exit status. Raises UserError for what the reader can put right."""
    if options.install_desktop or options.uninstall_desktop:
        return _on_the_desktop(options)
    return _window(options)


def _window(options: Namespace) -> int:
    """Open the window, or hand over what was asked to the one that is open."""
    from sco_reader.desktop.instance import Wish, handed_over

    query = " ".join(options.query)
    if query:
        from sco_reader.links import Link, is_link

        if is_link(query):
            Link.parse(query)  # one that says nothing is told here, on the terminal where it was written
    on = ""
    if options.on:
        from sco_reader.reference import as_of

        on = as_of(opened(options), options.on).isoformat()
    reference = Path(options.file) if options.file else reference_file()
    wish = Wish.of_this_launch(query, on, popup=options.popup)
    if handed_over(wish, reference):
        return FOUND
    from sco_reader.desktop.start import run_window

    return run_window(opened(options), reference, options.asked_lang, wish, options.house)


def _on_the_desktop(options: Namespace) -> int:
    """Make the program known to this user's desktop, or take that back."""
    from sco_reader.arabic.bidi import isolate, neutralise
    from sco_reader.desktop.install import install, uninstall

    folder = install() if options.install_desktop else uninstall()
    if folder is None:
        from sco_reader.console import complain

        complain(say("cli-not-installed", options.lang), options.bidi)
        return NOTHING_FOUND
    done = "cli-installed" if options.install_desktop else "cli-uninstalled"
    printer(options).line(say(done, options.lang, folder=isolate(neutralise(str(folder)))))
    return FOUND
