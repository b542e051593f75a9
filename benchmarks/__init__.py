"""How good and how fast declutter is, beside its peers, on pages with golds: ``python -m benchmarks --help``.

The data sets stay outside the repository: every command takes the folder that they are in.
"""
