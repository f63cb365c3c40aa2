"""Take the pictures into shots/, and lay them out on one page, shots/index.html."""

import argparse
import os
import subprocess
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SIZES = {"900x600": (900, 600, 1.0), "1280x800": (1280, 800, 1.0), "200%": (1280, 800, 2.0)}
"""Width and height in points, and the device's pixels in a point."""
USUAL = "1280x800"


def main() -> None:
    wanted = argparse.ArgumentParser(prog="./run shots")
    wanted.add_argument("--into", type=Path, default=ROOT / "shots")
    wanted.add_argument("--only", default="", help="a view, such as matrix")
    wanted.add_argument("--ratio", type=float, help=argparse.SUPPRESS)
    options = wanted.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    if options.ratio:
        from tests.shots.take import take

        take(options.into, [size for size in SIZES if SIZES[size][2] == options.ratio], options.only)
        return
    for ratio in dict.fromkeys(ratio for _, _, ratio in SIZES.values()):
        # The ratio of a screen is fixed when Qt starts: a process for each.
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(ratio)}
        command = [sys.executable, "-m", "tests.shots", "--into", str(options.into), "--only", options.only]
        subprocess.run([*command, "--ratio", str(ratio)], env=env, cwd=ROOT, check=True)
    _lay_out(options.into)


def _lay_out(folder: Path) -> None:
    pictures = sorted(folder.glob("*.png"))
    figures = "".join(
        f'<figure><a href="{escape(each.name)}"><img src="{escape(each.name)}" loading="lazy" alt=""></a>'
        f"<figcaption>{escape(each.stem)}</figcaption></figure>"
        for each in pictures
    )
    style = "body{background:#888;font:13px sans-serif}figure{display:inline-block;margin:8px}img{width:420px}"
    page = f'<!doctype html><meta charset="utf-8"><title>SCO Reader</title><style>{style}</style>{figures}'
    (folder / "index.html").write_text(page, "utf-8")
    sys.stdout.write(f"{len(pictures)} pictures: {folder / 'index.html'}\n")


if __name__ == "__main__":
    main()
