"""The public surface: small, sorted, documented, typed and quick to import."""

from __future__ import annotations

import inspect
import pickle
import re
import subprocess
import sys
from importlib.resources import files

import pytest

import declutter
from declutter import CATEGORIES, Category, DeclutterError


def test_names_are_these() -> None:
    assert declutter.__all__ == [
        "CATEGORIES",
        "DEFAULT",
        "Block",
        "Category",
        "ConflictError",
        "DeclutterError",
        "Document",
        "Evidence",
        "Filter",
        "FilterError",
        "Media",
        "MissingExtraError",
        "PackError",
        "PageType",
        "Pipeline",
        "Result",
        "UnknownNameError",
        "Verdict",
        "__version__",
        "clean",
        "extract",
    ]


@pytest.mark.parametrize("name", declutter.__all__)
def test_name_is_there(name: str) -> None:
    assert hasattr(declutter, name)


CLASSES = [name for name in declutter.__all__ if inspect.isclass(getattr(declutter, name))]
FUNCTIONS = [name for name in declutter.__all__ if inspect.isfunction(getattr(declutter, name))]


@pytest.mark.parametrize("name", [*CLASSES, *FUNCTIONS])
def test_public_object_has_a_docstring(name: str) -> None:
    written = vars(declutter)[name].__doc__
    assert written
    assert not written.startswith(f"{name}(")  # what a dataclass without a docstring is given


MEMBERS = [
    pytest.param(member, id=f"{name}.{attribute}")
    for name in CLASSES
    for attribute, member in vars(getattr(declutter, name)).items()
    if not attribute.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))
]


@pytest.mark.parametrize("member", MEMBERS)
def test_public_member_has_a_docstring(member: object) -> None:
    assert inspect.getdoc(member)


@pytest.mark.parametrize(
    "function", [declutter.clean, declutter.extract, declutter.Pipeline.run], ids=lambda f: f.__qualname__
)
def test_functions_are_annotated(function) -> None:
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    annotated = [p.annotation for p in signature.parameters.values() if p.name != "self"]
    assert inspect.Parameter.empty not in annotated


@pytest.mark.parametrize("function", [declutter.clean, declutter.extract], ids=lambda f: f.__name__)
def test_everything_but_the_page_is_by_name(function) -> None:
    first, *others = inspect.signature(function).parameters.values()
    assert first.name == "page"
    assert all(parameter.kind is parameter.KEYWORD_ONLY for parameter in others)


def test_arguments_of_extract_and_run_agree() -> None:
    extract = dict(inspect.signature(declutter.extract).parameters)
    run = dict(inspect.signature(declutter.Pipeline.run).parameters)
    del extract["pipeline"], run["self"]
    assert list(extract) == list(run)
    assert [p.default for p in extract.values()] == [p.default for p in run.values()]


def test_types_are_shipped() -> None:
    assert (files("declutter") / "py.typed").is_file()


def test_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", declutter.__version__)


@pytest.mark.parametrize("name", ["ConflictError", "PackError", "UnknownNameError"])
def test_errors_are_in_one_tree(name: str) -> None:
    assert issubclass(getattr(declutter, name), DeclutterError)
    assert issubclass(getattr(declutter, name), ValueError)


def test_missing_extra_says_what_to_install() -> None:
    error = declutter.MissingExtraError("html", "nh3")
    assert isinstance(error, DeclutterError)
    assert isinstance(error, ImportError)
    assert "pip install 'declutter-text[html]'" in str(error)
    assert (error.extra, error.package, error.name) == ("html", "nh3", "nh3")


@pytest.mark.parametrize(
    "error", [declutter.MissingExtraError("html", "nh3"), declutter.UnknownNameError("focus", "sharp", ["recall"])]
)
def test_errors_come_back_from_other_processes(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize("module", ["charset_normalizer", "readability"])
def test_import_is_light(module: str) -> None:
    code = f"import sys, declutter; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


CATEGORY_IDS = """
paywall donation newsletter form-hint payment login
audio-notice video-ui print-save app-promo lang-edit-link
navigation skip-link breadcrumb pagination toc-link search-ui
share follow counter comment-form poll
related read-more live-ticker weather commerce
cookie-consent legal copyright contact
advert sponsor-disclosure
script-error placeholder captcha
headline byline dateline read-time tag-list image-credit author-bio provenance
"""


def test_category_ids_are_stable() -> None:
    assert [category.id for category in CATEGORIES] == CATEGORY_IDS.split()


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.id)
def test_category_says_what_it_is(category: Category) -> None:
    assert category.about
    assert category.group
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", category.id)
