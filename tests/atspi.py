"""The window as a screen reader meets it, by AT-SPI: run by hand, on a machine that has the pieces.

    apt-get install at-spi2-core gir1.2-atspi-2.0 python3-gi dbus xvfb
    xvfb-run dbus-run-session -- .venv/bin/python -m tests.atspi

It starts the program on the display, reads the tree with the system's own Python (PyGObject is not one of our
packages), and prints how many objects there are of each role, which have no name, and what the focus is called.
"""

import os
import shutil
import subprocess
import sys
import tempfile

READ = """
import sys, time, collections
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

def find():
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(number)
        if child is not None and "sco" in (child.get_name() or "").lower():
            return child
    return None

end, found = time.monotonic() + 40, None
while found is None and time.monotonic() < end:
    time.sleep(0.5)
    found = find()
if found is None:
    sys.exit("the program does not show on the accessibility bus")
time.sleep(3)

def everything(node, depth=0):
    yield node
    for number in range(min(node.get_child_count(), 400)):
        child = node.get_child_at_index(number)
        if child is not None and depth < 30:
            yield from everything(child, depth + 1)

silent = {"filler", "panel", "separator", "split pane", "scroll bar", "scroll pane", "layered pane", "viewport", "unknown"}
roles, nameless, focus = collections.Counter(), collections.Counter(), []
for node in everything(found):
    role, states = node.get_role_name(), node.get_state_set()
    if not states.contains(Atspi.StateType.SHOWING):
        continue
    roles[role] += 1
    if states.contains(Atspi.StateType.FOCUSED):
        focus.append(f"{role}: {node.get_name()}")
    if not (node.get_name() or "").strip() and (role not in silent or states.contains(Atspi.StateType.FOCUSABLE)):
        nameless[role] += 1
print("program:", found.get_name())
for role, count in roles.most_common():
    print(f"{count:6} {role}")
print("without a name:", dict(nameless) or "none")
print("focus:", "; ".join(focus) or "none")
"""


def main() -> int:
    if not os.environ.get("DISPLAY") or not shutil.which("/usr/bin/python3"):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "SCO_READER_HOME": home}
        program = subprocess.Popen([sys.executable, "-m", "sco_reader", "--lang", "en"], env=env)
        try:
            return subprocess.run(["/usr/bin/python3", "-c", READ], env=env, check=False).returncode
        finally:
            program.terminate()
            program.wait(20)


if __name__ == "__main__":
    sys.exit(main())
