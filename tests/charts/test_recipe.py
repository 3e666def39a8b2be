"""A chart is one spec, one file, one test: what the recipe in workbook/README.md says is so."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QImage

from tests.charts.samples import ALL
from tests.printing.pages.test_charts import ink, page
from workbook.charts import specs
from workbook.charts.alt import alt_text
from workbook.charts.palette import PRINT
from workbook.charts.sizes import least_height, natural_height
from workbook.ui.widgets.chart_pen import draw_onto

ROOT = Path(__file__).parents[2]
SPECS = get_args(specs.ChartSpec)


def own(spec: type) -> str:
    """The name of the files of a spec's chart."""
    return spec.__name__.removesuffix("Spec").lower()


def one(spec: type):
    return next(sample for sample in ALL if isinstance(sample, spec))


def test_every_spec_is_in_the_union():
    named = {cls for name, cls in inspect.getmembers(specs, inspect.isclass) if "Spec" in name}
    assert named == set(SPECS)


@pytest.mark.parametrize("spec", SPECS, ids=own)
def test_a_chart_is_one_spec_one_file_one_test(spec):
    file = import_module(f"workbook.charts.{own(spec)}")
    drawing, shown = inspect.signature(file.draw).parameters.values()
    assert (drawing.name, shown.annotation) == ("drawing", spec)
    assert (ROOT / "tests" / "charts" / f"test_{own(spec)}.py").is_file()


@pytest.mark.parametrize("spec", SPECS, ids=own)
def test_every_chart_has_its_heights_and_is_said_in_words(spec):
    sample = one(spec)
    assert 0 < least_height(sample, 320) <= natural_height(sample, 320)
    assert alt_text(sample).endswith(".")


@pytest.mark.parametrize("spec", SPECS, ids=own)
def test_both_pens_draw_every_chart(qapp, spec):
    sample = one(spec)
    assert ink(page(sample))
    image = QImage(320, 240, QImage.Format.Format_Grayscale8)
    image.fill(255)
    draw_onto(image, sample, PRINT, (320, 240), 1.0)
    assert min(bytes(image.constBits())) < 128


def test_the_files_that_the_recipe_names_are_there():
    text = (ROOT / "workbook" / "README.md").read_text("utf-8")
    recipe = text.partition("### A chart\n")[2].partition("\n### ")[0].partition("\n## ")[0]
    files = re.findall(r"`((?:charts|ui|printing|tests)/[\w/.]*)`", recipe)
    assert len(files) > 10
    missing = [
        file
        for file in files
        if not (ROOT / ("" if file.startswith("tests/") else "workbook") / file).exists()
    ]
    assert missing == []


def test_who_looks_at_the_kind_of_a_chart_knows_every_one():
    """Else mypy could not name the places that do not know a new one."""
    names, looked = {spec.__name__ for spec in SPECS}, []
    for path in sorted((ROOT / "workbook").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Match):
                *cases, last = (ast.unparse(case) for case in node.cases)
                if any(f"{name}()" in case for name in names for case in cases):
                    looked.append(path.stem)
                    assert last == "case _:\n    assert_never(spec)", path
    assert looked == ["alt", "figures", "sizes", "sizes"]
