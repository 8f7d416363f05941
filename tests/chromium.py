"""The Chromium of the browser tests: one that is named, the system's, or Playwright's own."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def found() -> str | None:
    """The path of a Chromium on this machine, if there is one."""
    named = os.environ.get("TARAZY_CHROMIUM")
    for path in [named, *map(shutil.which, NAMES)]:
        if path and Path(path).exists():
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


if __name__ == "__main__":
    sys.exit(0 if found() else 1)
