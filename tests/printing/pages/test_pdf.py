import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.printing.helpers import CREATED, document, drawn, ink, read, texts, whole
from workbook.documents.blocks import (
    Banner,
    Columns,
    Document,
    Facts,
    Heading,
    PageBreak,
    Reading,
    Table,
    Text,
    Together,
)
from workbook.model.paper import Paper
from workbook.printing.pages.pdf import Cancelled, PrintError, save, write_pdf

MARGIN = 42.5  # points: 15 mm
HARD = [
    "<b>bold</b> & &amp; $x^2$ % \\textbf{a}", "مرحبا بالعالم 123 (كلمة)", "שלום English (2026)",
    "नमस्ते दुनिया", "中文文本。", "😀 👩‍👩‍👧 🇩🇪", "x" * 2000, "a\0b\x07c\ud800d\U0010ffff",
    "q" + "\u0323\u0301" * 40, "\u202eabc", "ﷺ ﷽" * 30, "\t\n\n\n  \u2028 ",
]  # fmt: skip


def long_document() -> Document:
    return document(*(Text(f"{i} " + "words and words " * 40) for i in range(60)))


def test_the_file_says_what_it_is() -> None:
    reader = read(drawn(document(language="en-GB")).data)
    root = reader.trailer["/Root"]
    assert reader.metadata.title == "River Street Makers"
    assert reader.metadata.author == "Ana Duarte"
    assert reader.metadata.subject == "A summary"
    assert reader.metadata.creation_date.isoformat() == CREATED
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/PageMode"] == "/UseOutlines"


def test_strange_titles_do_no_harm() -> None:
    reader = read(drawn(document(Heading("(a)\\ \ud800\0"), title="😀 (\ud800\0\n) שלום")).data)
    assert reader.metadata.title == "😀 (\ufffd\ufffd ) שלום"
    assert reader.outline[0].title == "(a)\\ \ufffd\ufffd"


@pytest.mark.parametrize("paper", list(Paper))
def test_pages_have_the_size_of_the_paper_and_margins(paper: Paper, tmp_path: Path) -> None:
    made = tmp_path / "a.pdf"
    written = write_pdf(long_document(), made, paper)
    reader = read(made.read_bytes())
    assert written.path == made
    assert written.pages == len(reader.pages) > 1
    for page in reader.pages:
        assert tuple(map(float, page.mediabox[2:])) == pytest.approx(paper.size, abs=0.01)
    inside(made.read_bytes(), paper)


def inside(data: bytes, paper: Paper) -> None:
    """Fails if there is ink in the margins."""
    width, height = paper.size
    for page in range(len(read(data).pages)):
        left, top, right, bottom = ink(data, page) or (100.0, 100.0, 100.0, 100.0)
        assert left >= MARGIN - 1
        assert top >= MARGIN - 1
        assert right <= width - MARGIN + 1
        assert bottom <= height - MARGIN + 1


def test_undrawable_characters_are_named(tmp_path: Path) -> None:
    written = write_pdf(document(Text("a\ud800b")), tmp_path / "a.pdf")
    assert written.undrawable == ("U+D800",)


def every_kind(words: list[str]) -> Document:
    a, b, c = (words * 3)[:3]
    return document(
        Banner(a, b), Heading(b, 2, c), Columns((Text(c),), (Facts(((a, b), (b, c))),)),
        Together((Heading(c, 3), Text(a, "soft"))), Reading(b, a),
        Table((a, b), ((b, c), (c, a), (a,)), (0.2, 0.8)), PageBreak(), Text(b),
        title=a, subtitle=b, kicker=c, date=a, footer=b, author=c, subject=a,
    )  # fmt: skip


anything = st.lists(st.one_of(st.text(max_size=80), st.sampled_from(HARD)), min_size=1, max_size=3)


@settings(max_examples=25)
@given(anything, st.sampled_from(list(Paper)))
def test_any_text_stays_on_the_paper(words: list[str], paper: Paper) -> None:
    made = drawn(every_kind(words), paper)
    assert len(read(made.data).pages) == made.pages
    inside(made.data, paper)
    assert drawn(every_kind(words), paper) == made


@pytest.mark.parametrize("text", HARD)
def test_every_hard_text_is_drawn_with_the_machine_s_fonts(text: str, tmp_path: Path) -> None:
    written = write_pdf(every_kind([text]), tmp_path / "a.pdf")
    inside(written.path.read_bytes(), Paper.A4)


def test_typed_markup_is_read_back_as_typed() -> None:
    assert whole(HARD[0]) in whole(texts(drawn(document(Text(HARD[0]))).data)[0])


def test_ten_thousand_words_flow(tmp_path: Path) -> None:
    written = write_pdf(document(Text("word " * 10_000)), tmp_path / "a.pdf")
    found = texts(written.path.read_bytes())
    assert sum(text.count("word") for text in found) == 10_000
    assert written.pages > 5


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this machine")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    for i, text in enumerate(HARD):
        write_pdf(every_kind([text, "plain"]), tmp_path / f"{i}.pdf")
        done = subprocess.run(
            ["qpdf", "--check", f"{i}.pdf"], cwd=tmp_path, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stdout + done.stderr


def test_the_same_document_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from tests.printing.pages.test_pdf import *;"
        "write_pdf(every_kind(HARD), Path(sys.argv[1]))"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": f"{seed}00000000"},
            cwd=Path(__file__).parents[2], capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_the_file_s_id_depends_on_what_is_in_it() -> None:
    one, two = (read(drawn(document(Text(t))).data).trailer["/ID"] for t in ("one", "two"))
    assert one[0] != two[0]


def test_importing_the_module_loads_no_library() -> None:
    code = (
        "import sys, workbook.printing.pages.pdf, workbook.documents.blocks;"
        "print([m for m in ('reportlab', 'uharfbuzz', 'matplotlib', 'fontTools', 'bidi')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_progress_tells_of_every_page(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    written = write_pdf(
        long_document(), tmp_path / "a.pdf", progress=lambda *done: heard.append(done)
    )
    assert heard == [(i, written.pages) for i in range(written.pages + 1)]


def leaves_no_trace(path: Path, act: Callable[[], object], error: type[Exception]) -> str:
    """What the error says; fails if anything in the folder changed."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir()}
    with pytest.raises(error) as caught:
        act()
    assert {p.name: p.read_bytes() for p in path.parent.iterdir()} == before
    return str(caught.value)


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_cancelled_export_leaves_everything_as_it_was(tmp_path: Path, after: int) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    heard: list[int] = []
    leaves_no_trace(
        path,
        lambda: write_pdf(
            long_document(), path,
            progress=lambda done, _: heard.append(done), cancelled=lambda: len(heard) > after,
        ),
        Cancelled,
    )  # fmt: skip


def test_cancelling_is_asked_for_while_one_long_text_is_set(tmp_path: Path) -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    words = " ".join(f"word{i}" for i in range(20_000))
    with pytest.raises(Cancelled):
        write_pdf(document(Text(words)), tmp_path / "a.pdf", cancelled=cancelled)


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_pdf(document(), path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_goes_on_pointing_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    link = tmp_path / "link.pdf"
    try:
        link.symlink_to(tmp_path / "real.pdf")
    except OSError:
        pytest.skip("this system lets nobody make links")
    save(b"new", link)
    assert link.is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match=r"There is no folder .*nowhere"):
        write_pdf(document(), tmp_path / "nowhere" / "a.pdf")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="is a folder"):
        write_pdf(document(), tmp_path)


FAILURES: list[tuple[str, OSError, str]] = [
    ("os.fsync", OSError(28, "No space left on device"), "no room left"),
    ("os.fsync", PermissionError(13, "Permission denied"), "Nothing may be written in"),
    ("os.fsync", OSError(5, "Input/output error"), "Input/output error"),
    ("pathlib.Path.replace", PermissionError(13, "Denied"), "open in another program"),
    ("pathlib.Path.replace", OSError(5, "Input/output error"), "Input/output error"),
]


@pytest.mark.parametrize(("where", "why", "sentence"), FAILURES)
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, why: OSError, sentence: str
) -> None:
    def fails(*_: object) -> None:
        raise why

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(where, fails)
    said = leaves_no_trace(path, lambda: write_pdf(document(), path), PrintError)
    assert re.search(sentence, said)


def test_a_name_too_long_for_the_disk_is_told_as_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="could not be written"):
        write_pdf(document(), tmp_path / ("\N{CJK UNIFIED IDEOGRAPH-7F51}" * 90 + ".pdf"))


def test_nothing_is_left_where_a_read_only_file_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, which replaces no read-only file and deletes none either."""
    delete = Path.unlink

    def replace(path: Path, target: Path) -> None:
        raise PermissionError(13, "Denied")

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.exists() and not path.stat().st_mode & 0o200:
            raise PermissionError(13, "Denied")
        delete(path, missing_ok)

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(Path, "unlink", unlink)
    said = leaves_no_trace(path, lambda: save(b"new", path), PrintError)
    assert "open in another program" in said
