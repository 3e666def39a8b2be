"""Shows what a workshop's session stores, before people answer, and writes it as a page."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from workbook.catalogue import tr
from workbook.catalogue.what_is_stored import stored_words
from workbook.model.guide import Guide
from workbook.model.workshop import Setup
from workbook.operations.what_is_stored import export_stored
from workbook.ui.dialogs.export_job import Export
from workbook.ui.dialogs.files import file_name, open_file
from workbook.ui.dialogs.tall import TallDialog
from workbook.ui.settings import usual_folder, usual_paper
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, label, row, rule, set_kind

if TYPE_CHECKING:
    from workbook.printing.pages.pdf import Written

_WIDE = 660


class StoredDialog(TallDialog):
    """What is stored, in plain words, with a way to a page that can be printed and handed round.

    `name` is the group's, as it stands on that page.
    """

    def __init__(
        self,
        theme: Theme,
        setup: Setup,
        guide: Guide,
        parent: QWidget | None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(tr("What is stored"), theme, parent, wide=_WIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._setup, self._guide, self._name = setup, guide, name
        self._export: Export | None = None
        self._written: Path | None = None
        self.head.addWidget(label(tr("What is stored"), "heading"))
        self.head.addWidget(label(tr("Read it out before people answer."), "soft"))
        for held in stored_words(setup, guide):
            self.middle.addSpacing(4)
            self.middle.addWidget(label(held.heading, "label"))
            for sentence in held.sentences:
                self.middle.addWidget(label(sentence, "soft"))
        self.middle.addStretch(1)
        # What scrolls holds nothing that has the keyboard, so it has it itself.
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(tr("What is stored"))
        self._make_foot()

    def _make_foot(self) -> None:
        self.foot.addWidget(rule())
        self.told = label("", "soft")
        self.told.hide()
        self.foot.addWidget(self.told)
        line = row()
        self.save_button = button(tr("Save as PDF…"))
        self.save_button.clicked.connect(self._ask_where)
        line.addWidget(self.save_button)
        self.open_button = button(tr("Open to print"))
        self.open_button.clicked.connect(self._open)
        self.open_button.hide()
        line.addWidget(self.open_button)
        line.addStretch(1)
        self.close_button = button(tr("Close"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        line.addWidget(self.close_button)
        self.foot.addLayout(line)
        self.close_button.setFocus()

    def _ask_where(self) -> None:
        beginning = tr("What is stored")
        if self._name.strip():
            beginning = f"{file_name(self._name)} – {tr('what is stored')}"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save what is stored"),
            str(usual_folder() / f"{beginning}.pdf"),
            tr("PDF files (*.pdf)"),
        )
        if chosen:
            path = Path(chosen)
            self._write(path if path.suffix.lower() == ".pdf" else Path(f"{path}.pdf"))

    def _write(self, path: Path) -> None:
        self.save_button.setEnabled(False)
        self._tell(tr("Writing…"), "soft")
        job = partial(
            export_stored,
            self._setup,
            self._guide,
            self._name,
            datetime.now(UTC),
            path,
            usual_paper(),
        )
        self._export = Export(job, self)
        self._export.done.connect(self._done)
        self._export.failed.connect(self._failed)
        self._export.stopped.connect(self._stopped)
        self._export.start()

    def _done(self, written: "Written") -> None:
        self._stopped()
        self._written = written.path
        self._tell(tr("Saved as {path}.").format(path=written.path), "soft")
        self.open_button.show()
        self.open_button.setFocus()

    def _failed(self, sentence: str) -> None:
        self._stopped()
        self._tell(sentence, "danger")

    def _stopped(self) -> None:
        self._export = None
        self.save_button.setEnabled(True)

    def _tell(self, sentence: str, kind: str) -> None:
        set_kind(self.told, kind)
        self.told.setText(sentence)
        self.told.show()

    def _open(self) -> None:
        if self._written is not None and (sentence := open_file(self._written)):
            self._tell(sentence, "soft")

    def done(self, result: int) -> None:
        """Closing stops what is being written."""
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        if self._export is not None:
            self._export.cancel()
            self._export.finish()
            self._export = None
