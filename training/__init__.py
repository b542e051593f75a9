"""Fits ``src/declutter/context.json`` to pages whose main text is known: python -m training --help."""
