"""``python -m declutter``: the command, where its name is not on the path."""

from declutter.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
