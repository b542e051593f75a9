"""Sphinx settings; the reference pages are generated from the code each time the docs are built."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import declutter

project = "declutter"
author = "the declutter developers"
copyright = "2026, the declutter developers"
release = declutter.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "reference"]
html_theme = "furo"
html_title = f"declutter {release}"
html_extra_path = ["_extra"]
exclude_patterns = ["_build", "explanation/peers-table.md"]
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
napoleon_custom_sections = ["What it catches", "Why it is noise", "When it is wrong", "Example"]
napoleon_include_init_with_doc = False
nitpicky = False
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]
