"""The print room: choose what is printed, see its pages, then save or print them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.catalogue import ntr, tr
from workbook.documents.wanted import Wanted
from workbook.model.guide import Guide
from workbook.operations.print_room import Handout, first_look, keep, make
from workbook.printing.pages.pdf import PrintError
from workbook.readings.findings import Findings
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.dialogs.export_job import Export
from workbook.ui.print_room.making import Made, Making
from workbook.ui.print_room.naming import ask_where, name_of
from workbook.ui.print_room.options import Options
from workbook.ui.print_room.panel import PreviewPanel
from workbook.ui.print_room.remembered import Chosen, changed, chosen, restore
from workbook.ui.print_room.view import Fit
from workbook.ui.settings import usual_folder
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row, rule, set_kind, show_if
from workbook.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_SOON = 200  # milliseconds after the last change until pages are made
_LEFT = 300  # pixels across of what is chosen, before enlarging
_SIZE = (1180, 760)
_SMALLEST = (720, 420)


class PrintRoom(Dialog):
    """One window for all papers. `saved_to` tells the file that was saved.

    `ask_printer` opens the system's dialog: given a title, the sizes of the pages, the page that is
    looked at and a window, it returns a printer, or None; a PrintError says that there is none.
    """

    saved_to = Signal(object)  # Path
    left = Signal(object)  # Chosen: what a person has changed
    quit_asked = Signal()  # this window is closed then

    def __init__(
        self,
        guide: Guide,
        found: Findings | None,
        handout: Handout,
        theme: Theme,
        folder: Path | None,
        parent: QWidget | None,
        kept: Chosen | None = None,
    ) -> None:
        super().__init__(tr("Print"), parent, gap=0)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        self._theme, self._folder = theme, folder or usual_folder()
        self._asked: tuple[Handout, Wanted] | None = None  # what is being made, or was
        self._made: Made | None = None  # what it came to
        self._job: Export | None = None  # what is being saved or printed
        self._used: QWidget = self  # the button that began it
        self._sized = False
        self.ask_printer: Callable[..., QPrinter | None] | None = None
        self.options = Options(guide, found, handout, theme, self)
        self._usual = chosen(self.options)
        restore(self.options, kept or {})
        self.preview = PreviewPanel(theme, self)
        self._lay_out()
        self._making = Making(self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._connect()
        self._listen()
        self._make()
        self.options.kind.setFocus()

    # Parts

    def _lay_out(self) -> None:
        self.inside.setContentsMargins(24, 20, 24, 18)
        middle = row(gap=24)
        self.area = Scroll("paper", self)
        left = column(self.area.inner, margins=(2, 2, 12, 2), gap=0)
        left.addWidget(label(tr("Print"), "heading"))
        left.addSpacing(10)
        left.addWidget(self.options)
        left.addStretch(1)
        middle.addWidget(self.area)
        middle.addWidget(self.preview, 1)
        self.inside.addLayout(middle, 1)
        self.inside.addSpacing(12)
        self.inside.addWidget(rule())
        self.inside.addSpacing(12)
        self._make_foot(self.inside)

    def _make_foot(self, into: QVBoxLayout) -> None:
        line = row(gap=12)
        self.told = label("", "soft")
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(self.told, 1)
        self.again_button = button(tr("Make the pages"))
        self.again_button.clicked.connect(self._make)
        self.again_button.hide()
        self.close_button = button(tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.save_button = button(tr("Save as PDF…"))
        self.save_button.clicked.connect(self._ask_where)
        self.print_button = button(tr("Print…"), "primary")
        self.print_button.clicked.connect(self._print)
        for each in (self.again_button, self.close_button, self.save_button, self.print_button):
            line.addWidget(each)
        into.addLayout(line)

    def _connect(self) -> None:
        self.options.changed.connect(self._changed)
        self._soon.timeout.connect(self._make)
        self.preview.drawer.opened.connect(self._shown)
        self.preview.stop_requested.connect(self._stop)
        making = self._making
        making.begun.connect(self._begun)
        making.progressed.connect(self._progressed)
        making.made.connect(self._take)
        making.failed.connect(self._failed)
        making.stopped.connect(self._stopped)

    # How large it is

    def fit(self) -> None:
        """As large as it can be where it opens; from then on as a person makes it."""
        self.ensurePolished()
        self.area.setFixedWidth(self._theme.px(_LEFT))
        if self._sized:
            return
        self._sized = True
        over = self.parentWidget()
        space = self.space()
        if over is not None:
            space = space.boundedTo(over.window().size())
        self.setMinimumSize(QSize(*_SMALLEST).boundedTo(space))
        self.resize(QSize(*(self._theme.px(side) for side in _SIZE)).boundedTo(space))

    # Making the pages

    def _changed(self) -> None:
        """What there is may not be what is wanted any more: nobody prints or saves it by haste."""
        self._soon.start()
        self._enable()

    def _make(self) -> None:
        """Make what is wanted now, unless that is what there is."""
        self._soon.stop()
        handout, wanted = self.options.handout, self.options.wanted()
        asked = None if wanted is None else (handout, wanted)
        if asked is not None and asked == self._asked and self._made is not None:
            self._enable()
            return
        self._asked, self._made = asked, None
        self._enable()
        if wanted is None:
            self._making.stop()
            self.preview.hide_progress()  # what is stopped a second time tells nobody
            return
        self._tell("")
        looks = (first_look(handout, wanted), wanted)
        self._making.make([partial(make, handout, each) for each in looks if each is not None])

    def _enable(self) -> None:
        """What can be done now."""
        self.again_button.hide()
        free = self._job is None and not self._soon.isActive()
        whole = self._made is not None and self._made.whole and self._is_shown(self._made)
        ready = free and whole
        self.preview.view.set_counted(whole and not self._soon.isActive())
        for each in (self.save_button, self.print_button):
            each.setEnabled(ready)
        self.options.setEnabled(self._job is None)

    def _begun(self) -> None:
        self.preview.show_progress(tr("Making the pages…"))

    def _progressed(self, done: int, pages: int) -> None:
        words = tr("Making page {page} of {pages}…").format(page=done, pages=pages)
        self.preview.show_progress(words, done, pages)

    def _take(self, made: Made) -> None:
        self._made = made
        self.preview.drawer.show(made.written.path)

    def _is_shown(self, made: Made) -> bool:
        return self.preview.drawer.path == made.written.path

    def _shown(self) -> None:
        """Who looks at the whole of it may save and print it."""
        made = self._made
        if made is None or not made.whole or not self._is_shown(made):
            return
        self.preview.hide_progress()
        self._enable()
        if made.written.undrawable:
            words = tr("No font on this computer can draw {characters}. A box stands there.")
            self._tell(words.format(characters=" ".join(made.written.undrawable)), "warn")

    def _failed(self, sentence: str, curable: bool) -> None:
        self.preview.hide_progress()
        self.preview.drawer.clear()  # else something else would stand there
        self._offer_again(sentence, "danger" if curable else "soft")
        show_if(self.again_button, curable)  # what a session has not yet does not come by asking

    def _stopped(self) -> None:
        self.preview.hide_progress()
        if self.options.wanted() is None:
            return
        if self._made is None:  # what stands there is not even the beginning of it
            self.preview.drawer.clear()
        self._offer_again(tr("Stopped. Not all of the pages were made."), "soft")
        self.again_button.setFocus()

    def _offer_again(self, sentence: str, kind: str) -> None:
        self._asked = self._made = None
        self._enable()
        self._tell(sentence, kind)
        self.again_button.show()

    def _stop(self) -> None:
        self.preview.stop_button.setEnabled(False)
        if self._job is not None:
            self._job.cancel()
        else:
            self._making.stop()

    def _tell(self, sentence: str, kind: str = "soft") -> None:
        set_kind(self.told, kind)
        self.told.setText(sentence)

    # Saving

    def _name(self) -> str:
        return name_of(*self._asked) if self._asked else tr("Print")

    def _ask_where(self) -> None:
        if self._asked is None or self._made is None:
            return
        ask_where(self._folder / f"{self._name()}.pdf", self._save, self)

    def _save(self, path: Path) -> None:
        if self._asked is None or self._made is None:
            return
        save = partial(keep, *self._asked, self._made.written.path, path)
        # Too short to tell how far it is.
        job = self._begin_job(lambda progress, cancelled: save(), self.save_button)
        job.done.connect(self._saved)
        self.preview.show_progress(tr("Saving…"))
        job.start()

    def _saved(self, paths: tuple[Path, ...]) -> None:
        self._folder = paths[0].parent
        self.saved_to.emit(paths[0])
        words = tr("Saved as {path}.")
        if len(paths) > 1:
            words = tr("Saved as {path}, with {more} beside it.")
        more = ", ".join(path.name for path in paths[1:])
        self._end_job(words.format(path=paths[0], more=more))

    # Printing

    def _print(self) -> None:
        if self._made is None:
            return
        try:
            from workbook.ui.print_room.printer import (
                ask,
                file_of,
                pages_to_print,
                print_pages,
                write_pages,
            )
        except ImportError as error:  # a library of the system
            words = tr("This computer cannot print from here ({why}). Save it, and print that.")
            self._tell(words.format(why=error), "danger")
            return
        view = self.preview.view
        try:
            printer = (self.ask_printer or ask)(self._name(), view.sizes, view.page, self)
        except PrintError as error:
            self._tell(str(error), "warn")
            self.save_button.setFocus()
            return
        if printer is None:
            return
        pages = pages_to_print(printer, view.pages, view.page)
        target = file_of(printer)
        write = print_pages if target is None else write_pages
        job = self._begin_job(
            partial(write, self._made.written.path, printer, pages), self.print_button
        )
        if target is None:
            job.progressed.connect(self._page_printed)
        job.done.connect(partial(self._printed, target))
        self.preview.show_progress(tr("Printing…") if target is None else tr("Saving…"))
        self.preview.stop_button.setFocus()
        job.start()

    def _page_printed(self, done: int, pages: int) -> None:
        words = tr("Printing page {page} of {pages}…").format(page=done, pages=pages)
        self.preview.show_progress(words, done, pages)

    def _printed(self, target: Path | None, pages: int) -> None:
        words = ntr("{n} page went to the printer.", "{n} pages went to the printer.", pages)
        if target is not None:
            words = ntr(
                "{n} page was written to {path}.", "{n} pages were written to {path}.", pages
            )
        self._end_job(words.format(n=pages, path=target))

    # What takes a while

    def _begin_job(self, write: Callable[..., Any], used: QWidget) -> Export:
        self._job, self._used = Export(write, self), used
        self._job.failed.connect(self._job_failed)
        self._job.stopped.connect(self._job_stopped)
        self._tell("")
        self._enable()
        return self._job

    def _job_failed(self, sentence: str) -> None:
        self._end_job(sentence, "danger")

    def _job_stopped(self) -> None:
        self._end_job(tr("Stopped. The printer may have begun."))

    def _end_job(self, sentence: str, kind: str = "soft") -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.preview.hide_progress()
        self._enable()
        self._tell(sentence, kind)
        self._used.setFocus()

    # The window

    def _listen(self) -> None:
        """Keys that work wherever the keyboard is."""
        view = self.preview.view
        for keys, do in (
            (("PgDown",), lambda: view.go_to(view.page + 1)),
            (("PgUp",), lambda: view.go_to(view.page - 1)),
            (("Ctrl++", "Ctrl+="), lambda: view.zoom_by(1)),
            (("Ctrl+-",), lambda: view.zoom_by(-1)),
            (("Ctrl+0",), lambda: view.set_zoom(Fit.PAGE)),
            (("Ctrl+Q",), self._quit),
            ((QKeySequence.StandardKey.Print,), self.print_button.click),
            ((QKeySequence.StandardKey.Save,), self.save_button.click),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(do)

    def reject(self) -> None:
        """Escape stops what is being printed or saved first."""
        if self._job is not None:
            self._stop()
            return
        super().reject()

    def _quit(self) -> None:
        """Leave the program as from its own window; what is being printed is only stopped."""
        busy = self._job is not None
        self.reject()
        if not busy:
            self.quit_asked.emit()

    def done(self, result: int) -> None:
        self._end()
        self.left.emit(changed(chosen(self.options), self._usual))
        super().done(result)

    def _end(self) -> None:
        """Stop everything, and leave nothing of it behind."""
        if self._job is not None:
            self._job.cancel()
            self._job.finish()
            self._job = None
        self._soon.stop()
        self.preview.drawer.close()
        self._making.close()
