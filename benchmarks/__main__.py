"""``python -m benchmarks``: how good and how fast declutter is, beside its peers."""

from benchmarks.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
