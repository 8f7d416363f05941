"""Keep the texts in three languages whole: take them from the code, check them, compile them."""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """One of the three."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--update", action="store_true", help="bring the catalogues to what the code says")
    what.add_argument("--check", action="store_true", help="fail when a text is missing, empty, fuzzy or unlike its source")
    what.add_argument("--compile", action="store_true", help="compile the catalogues that changed")
    parser.add_argument("rooms", nargs="*", metavar="room", help='only these, as "ground/ui"')


def run(options: argparse.Namespace) -> int:
    """Do it and say what came of it."""
    from tarazy.site import texts

    if options.update:
        for path in texts.update(options.rooms):
            print(path.relative_to(texts.HOUSE))
        return 0
    if options.compile:
        print(f"{texts.compile_stale()} catalogues compiled.")
        return 0
    found = [line for line in texts.check() if not options.rooms or line.split(" ")[0] in options.rooms]
    for sentence in found:
        print(sentence)
    print(f"{len(found)} texts are not whole." if found else "Every text is whole in every language.")
    return 1 if found else 0
