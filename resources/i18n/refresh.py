"""Brings ru.po and zh.po up to date with en.po: the same ids in the same order, translations kept, the rest empty.

    .venv/bin/python resources/i18n/refresh.py

Above each id stands what it says in English. An id that en.po no longer has is dropped.
"""

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import normalize, read_po

HERE = Path(__file__).parent

HEADS = {
    "ru": ("Russian", 3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"),
    "zh": ("Chinese", 1, "0"),
}
"""Name, number of plural forms, and the rule that chooses one (Unicode CLDR)."""


def refreshed(lang: str, english: Catalog, kept: Catalog | None) -> str:
    """The text of the catalogue of `lang`: every id of `english`, with what `kept` says to it."""
    name, forms, rule = HEADS[lang]
    lines = [
        f"# SCO Reader, {name}. Ids are keys; fields in braces stay as they are. README.md tells how to translate.",
        'msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"', f'"Language: {lang}\\n"',
        f'"Plural-Forms: nplurals={forms}; plural={rule};\\n"',
    ]  # fmt: skip
    for message in english:
        if message.id:
            lines += ["", *_entry(message, _said(kept, message.id, forms), forms)]
    return "\n".join(lines) + "\n"


def _said(kept: Catalog | None, key: str | tuple[str, ...], forms: int) -> list[str]:
    found = kept.get(key if isinstance(key, str) else key[0]) if kept is not None else None
    said = found.string if found is not None else ""
    texts = [said] if isinstance(said, str) else list(said)
    return [*texts, *[""] * forms][: 1 if isinstance(key, str) else forms]


def _entry(message: Message, said: list[str], forms: int) -> list[str]:
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    lines = [f"#. {line}" for text in dict.fromkeys(texts) for line in text.split("\n")]
    if isinstance(message.id, str):
        return [*lines, f"msgid {normalize(message.id)}", f"msgstr {normalize(said[0])}"]
    lines += [f"msgid {normalize(message.id[0])}", f"msgid_plural {normalize(message.id[1])}"]
    return lines + [f"msgstr[{number}] {normalize(said[number])}" for number in range(forms)]


def read(lang: str) -> Catalog:
    with (HERE / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=lang)


def main() -> None:
    english = read("en")
    for lang in HEADS:
        target = HERE / f"{lang}.po"
        target.write_text(refreshed(lang, english, read(lang) if target.exists() else None), encoding="utf-8")


if __name__ == "__main__":
    main()
