"""The card of a round that takes no more ballots: before its reveal, withheld, and shown."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.rounds import round_words, secret_words
from workbook.charts.sizes import natural_height
from workbook.documents.wall import Picture
from workbook.model.guide import Step
from workbook.model.workshop import RoundState
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row, show_if
from workbook.ui.widgets.chart_canvas import ChartCanvas
from workbook.ui.workshop.voting.phases import Chips
from workbook.ui.workshop.workshop import RunningWorkshop

HIGHEST = 245  # pixels at 100 % that a chart may take, so that the sentence stands in sight below


class RevealCard(QFrame):
    """Nothing shows until Reveal is pressed. Then one picture at a time, the same that the room
    sees; a chip for each.
    """

    def __init__(
        self, theme: Theme, charts: Charts, running: RunningWorkshop, step: Step, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._theme, self._running, self._step = theme, running, step
        inside = column(self, margins=(20, 12, 20, 14), gap=8)
        head = row(gap=10)
        self.title = label("", "strong", wrap=False)
        head.addWidget(self.title)
        self.state = label("", "soft", wrap=False)
        head.addWidget(self.state)
        head.addStretch(1)
        inside.addLayout(head)
        self.chips = Chips(self)
        self.chips.chosen.connect(self._chosen)
        inside.addWidget(self.chips)
        self._waiting = self._make_waiting()
        inside.addWidget(self._waiting)
        self._canvas = ChartCanvas(theme, charts, 1, self)
        inside.addWidget(self._canvas)
        self.lead = label("", "strong")
        inside.addWidget(self.lead)
        self.reason = label("", "soft")
        inside.addWidget(self.reason)
        running.changed.connect(self.refresh)
        running.moved.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    def _make_waiting(self) -> QWidget:
        """What stands here before the reveal. The button has no key of a presenter remote."""
        made = QWidget(self)
        inside = column(made, margins=(0, 8, 0, 4), gap=10)
        self.ready = label("", "heading")
        inside.addWidget(self.ready)
        inside.addWidget(
            label(
                tr(
                    "Nothing is shown yet, to you neither. The room sees it in the same moment"
                    " as you do."
                ),
                "soft",
            )
        )
        line = row(gap=12)
        self.reveal_button = button(tr("Reveal"))
        self.reveal_button.setAccessibleDescription(tr("Shows all answers to the room at once."))
        self.reveal_button.clicked.connect(partial(self._running.asked.emit, "reveal"))
        line.addWidget(self.reveal_button)
        self.void_button = button(tr("Void this round…"), "quiet")
        self.void_button.clicked.connect(partial(self._running.asked.emit, "void"))
        # Of buttons in a row the lowest would bound the others.
        line.addWidget(self.void_button, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        inside.addLayout(line)
        return made

    def refresh(self) -> None:
        """Show the latest round that is over, while the room is at the step."""
        running = self._running
        found = running.round
        if running.step is not self._step or found is None or not found.over:
            return
        people = found.people or running.setup.people
        fewest = running.ballots.fewest()
        self.title.setText(round_words(found, running.ballots.count(), people, fewest))
        self.state.setText(secret_words(found))
        waiting = found.state is RoundState.CLOSED
        self.ready.setText(
            ntr("{n} answer is in.", "{n} answers are in.", found.ballots).format(n=found.ballots)
        )
        show_if(self._waiting, waiting)
        pictures = () if waiting else running.wall.pictures()
        show_if(self.chips, len(pictures) > 1)
        self.chips.show_titles([picture.title for picture in pictures], running.wall.picture)
        self._show_picture(
            pictures[min(running.wall.picture, len(pictures) - 1)] if pictures else None
        )

    def _chosen(self, number: int) -> None:
        self._running.wall.show_picture(number)
        self.refresh()  # a click has checked the chip, also where nothing else is shown

    def _show_picture(self, picture: Picture | None) -> None:
        chart = picture.chart if picture else None
        show_if(self._canvas, chart is not None)
        if chart is not None and picture is not None:
            width = max(self.width() - self._theme.px(40), 200) * 0.75 / self._theme.scale
            height = min(natural_height(chart, width) / 0.75, HIGHEST)
            self._canvas.set_height(round(height))
            self._canvas.show_spec(chart, picture.alt)
        self.lead.setText(picture.lead if picture else "")
        self.reason.setText(picture.reason if picture else "")
        show_if(self.lead, bool(picture and picture.lead))
        show_if(self.reason, bool(picture and picture.reason))
