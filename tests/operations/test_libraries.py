from pathlib import Path

import pytest

from workbook.operations import (
    LibraryError,
    default_folder,
    library_folder,
    open_library,
    sessions,
)


def test_what_is_chosen_comes_first(tmp_path: Path) -> None:
    environ = {"WORKBOOK_LIBRARY": str(tmp_path / "named")}
    assert library_folder(str(tmp_path / "chosen"), environ) == tmp_path / "chosen"
    assert library_folder(None, environ) == tmp_path / "named"


@pytest.mark.parametrize("environ", [{}, {"WORKBOOK_LIBRARY": ""}])
def test_nothing_chosen_is_the_folder_for_the_user_s_data(environ: dict[str, str]) -> None:
    assert library_folder(None, environ) == default_folder()
    assert default_folder().name == "community-purpose-workbook"
    assert default_folder().is_absolute()


def test_a_folder_may_begin_at_home() -> None:
    assert library_folder("~/notes", {}) == Path.home() / "notes"


def test_a_library_is_made_where_there_is_none(tmp_path: Path) -> None:
    library = open_library(tmp_path / "new")
    assert sessions(library) == []
    assert library.folder == tmp_path / "new"
    library.close()


def test_a_folder_that_cannot_be_used_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="choose another folder with --library"):
        open_library(tmp_path / "file")
