"""Asks what is to be printed: the kind, and what belongs to it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from workbook.catalogue import tr
from workbook.catalogue.dates import long_date, read_date, read_time
from workbook.catalogue.print_room import (
    codes_words,
    handout_line,
    handout_name,
    paper_name,
    poster_name,
)
from workbook.catalogue.setting_up import plan_title
from workbook.documents.wanted import USUAL_START, Choice, Wanted, plans
from workbook.model.guide import Guide, Option
from workbook.model.paper import Paper
from workbook.operations.print_room import (
    CannotPrint,
    Handout,
    check,
    letter_day,
    offered,
    posters_of,
)
from workbook.readings.findings import Findings
from workbook.ui.print_room.people import PeoplePart
from workbook.ui.settings import usual_paper
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label, show_if
from workbook.ui.widgets.choice_row import ChoiceRow
from workbook.ui.widgets.forms import problem_label, say, tick

_EVERY = "every"  # step, whatever the length of the workshop
_WITHOUT, _BOXES, _CODES = "without", "room", "codes"


class Options(QWidget):
    """What is to be printed. `changed` tells of every change; `wanted` is then what it comes to."""

    changed = Signal()

    def __init__(
        self,
        guide: Guide,
        found: Findings | None,
        handout: Handout,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._guide, self._found, self._theme = guide, found, theme
        self._parts: dict[Choice, QWidget] = {}
        self._inside = column(self, gap=14)
        first = Wanted(guide, found)
        self._make_kind(handout)
        self._make_paper()
        self._make_plan(first)
        self._make_start()
        self._make_day(first)
        self._make_people(first)
        self._make_ticks(first)
        self._inside.addStretch(1)
        self.show_parts()

    # Parts

    def _block(self, choice: Choice | None, words: str) -> tuple[QWidget, QVBoxLayout]:
        """A part with its heading; it shows where the kind has this to choose."""
        block = QWidget(self)
        inside = column(block, gap=4)
        if words:
            inside.addWidget(label(words, "label"))
        self._inside.addWidget(block)
        if choice is not None:
            self._parts[choice] = block
        return block, inside

    def _make_kind(self, handout: Handout) -> None:
        _, inside = self._block(None, tr("What"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("What"))
        kinds = offered(self._found)
        before = sum(not each.after for each in kinds)
        for each in kinds:
            if each.after and self.kind.count() == before:
                self.kind.insertSeparator(self.kind.count())
            self.kind.addItem(handout_name(each.id), each.id)
        self.kind.setCurrentIndex(self.kind.findData(handout.id))
        self.kind.setMaxVisibleItems(self.kind.count())
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        inside.addWidget(self.kind)
        self._line = label("", "soft")
        inside.addWidget(self._line)

    def _make_paper(self) -> None:
        _, inside = self._block(None, tr("Paper"))
        self.papers: dict[tuple[Paper, ...], ChoiceRow] = {}
        for papers in dict.fromkeys(each.papers for each in Handout):
            options = [Option(paper.value, paper_name(paper)) for paper in papers]
            made = self.papers[papers] = self._row(options, tr("Paper"), inside)
            made.set_value(_usual(papers).value)
        self.large = tick(tr("Large print"))
        self._parts[Choice.LARGE] = self.large
        inside.addSpacing(4)
        inside.addWidget(self.large)
        self.large.toggled.connect(self._kind_chosen)

    def _make_plan(self, first: Wanted) -> None:
        _, inside = self._block(Choice.PLAN, tr("Length of the workshop"))
        options = [Option(plan.id, plan_title(plan)) for plan in plans(self._guide)]
        self.plan = self._row(options, tr("Length of the workshop"), inside)
        self.plan.set_value(first.setup.plan)
        short = [Option(plan.id, tr("{n} min").format(n=plan.total)) for plan in plans(self._guide)]
        every = [Option(_EVERY, tr("Any")), *short]  # four stand side by side only in short
        self.worksheet_plan = self._row(every, tr("Length of the workshop"), inside)
        self.worksheet_plan.set_value(_EVERY)

    def _make_start(self) -> None:
        _, inside = self._block(Choice.START, tr("Begins at"))
        self.start = QLineEdit(f"{USUAL_START:%H:%M}")
        self.start.setAccessibleName(tr("Begins at"))
        self.start.setMaximumWidth(self._theme.px(110))
        self.start.textChanged.connect(self._changed)
        inside.addWidget(self.start)
        self.start_problem = problem_label()
        inside.addWidget(self.start_problem)

    def _make_day(self, first: Wanted) -> None:
        _, inside = self._block(Choice.DAY, tr("To be read on"))
        self.day = QLineEdit(long_date(letter_day(first)) if first.found else "")
        self.day.setAccessibleName(tr("To be read on"))
        self.day.textChanged.connect(self._changed)
        inside.addWidget(self.day)
        inside.addWidget(label(tr("Saved as PDF, it has a file for calendars beside it."), "soft"))
        self.day_problem = problem_label()
        inside.addWidget(self.day_problem)

    def _make_people(self, first: Wanted) -> None:
        setup = self._found.workshop.setup if self._found and self._found.workshop else None
        names = [person.name for person in setup.names] if setup else []
        known = bool(setup and setup.people)
        part = PeoplePart(first.count, names, self._theme, self, known=known)
        self.for_whom = part
        self._parts[Choice.PEOPLE] = part
        self._inside.addWidget(part)
        part.changed.connect(self._changed)
        self.named, self.people, self.names = part.named, part.people, part.names
        self.file_button, self.counted, self.problem = part.file_button, part.counted, part.problem

    def _make_ticks(self, first: Wanted) -> None:
        _, inside = self._block(Choice.SLIPS, tr("A slip’s code on each ballot"))
        codes = [
            Option(_WITHOUT, tr("None")),
            Option(_BOXES, tr("Room for it")),
            Option(_CODES, tr("Printed")),
        ]
        self.slips = self._row(codes, tr("A slip’s code on each ballot"), inside)
        self.slips.set_value(_BOXES if first.setup.slips else _WITHOUT)
        self.codes_line = label("", "soft")
        inside.addWidget(self.codes_line)
        _, inside = self._block(Choice.SIGNED, "")
        self.signed = tick(tr("Say who was there"))
        self.signed.toggled.connect(self._changed)
        inside.addWidget(self.signed)
        every = {step.id: step.title for step in self._guide.steps}
        self.steps, self.steps_problem = self._make_several(Choice.STEPS, tr("Steps"), every)
        every = {kind: poster_name(kind) for kind in posters_of(self._guide)}
        self.posters, self.posters_problem = self._make_several(Choice.POSTER, tr("Posters"), every)

    def _make_several(
        self, choice: Choice, words: str, every: Mapping[str, str]
    ) -> tuple[dict[str, QCheckBox], QLabel]:
        """Boxes for some of several, all ticked at first, and what is said where none is."""
        _, inside = self._block(choice, words)
        boxes = {each: tick(title, on=True) for each, title in every.items()}
        for box in boxes.values():
            box.toggled.connect(self._changed)
            inside.addWidget(box)
        problem = problem_label()
        inside.addWidget(problem)
        return boxes, problem

    def _row(self, options: Sequence[Option], name: str, into: QVBoxLayout) -> ChoiceRow:
        made = ChoiceRow("", options, self._theme, name=name, joined=True, parent=self)
        made.chosen.connect(self._chosen)
        into.addWidget(made)
        return made

    # What is chosen

    @property
    def handout(self) -> Handout:
        """The kind that is chosen."""
        return Handout.named(str(self.kind.currentData()))

    @property
    def paper(self) -> ChoiceRow:
        """The sizes of paper that the kind has."""
        return self.papers[self.handout.papers]

    def choose(self, handout: Handout) -> None:
        """Choose a kind."""
        self.kind.setCurrentIndex(self.kind.findData(handout.id))

    def wanted(self) -> Wanted | None:
        """What is to be printed; None where something is missing, and that is then said."""
        found, problems = self._as_chosen(), self._problems()
        if not any(problems.values()):
            try:
                check(self.handout, found)
            except CannotPrint as error:
                problems[self._place_of()] = str(error)
        for where, sentence in problems.items():
            say(where, sentence)
        waits = Choice.PEOPLE in self.handout.takes and self.for_whom.waits
        return None if waits or any(problems.values()) else found

    def _as_chosen(self) -> Wanted:
        """What is chosen, the usual where what was typed cannot be read."""
        has = self.handout.takes
        return Wanted(
            self._guide,
            self._found,
            plan=self._plan(),
            steps=self._ticked_steps(),
            people=self.people.value() or 0,
            names=self.for_whom.found,
            paper=Paper(self.paper.value() or usual_paper()),
            large=Choice.LARGE in has and self.large.isChecked(),
            slips=Choice.SLIPS in has and self.slips.value() == _BOXES,
            codes=Choice.CODES in has and self.slips.value() == _CODES,
            start=read_time(self.start.text()) or USUAL_START,
            day=read_date(self.day.text()) if Choice.DAY in has else None,
            signed=Choice.SIGNED in has and self.signed.isChecked(),
            posters=self._ticked_posters() if Choice.POSTER in has else (),
        )

    def _problems(self) -> dict[QLabel, str]:
        """What is wrong in each field that the kind has, and where it is said."""
        has = self.handout.takes
        found = {
            self.start_problem: (Choice.START, self._start_problem()),
            self.day_problem: (Choice.DAY, self._day_problem()),
            self.problem: (Choice.PEOPLE, self.for_whom.wrong()),
            self.steps_problem: (
                Choice.STEPS,
                "" if self._ticked_steps() else tr("Please tick at least one step."),
            ),
            self.posters_problem: (
                Choice.POSTER,
                "" if self._ticked_posters() else tr("Please tick at least one poster."),
            ),
        }
        return {
            where: sentence if choice in has else "" for where, (choice, sentence) in found.items()
        }

    def _place_of(self) -> QLabel:
        """Where it is said that something cannot be printed."""
        return self.day_problem if Choice.DAY in self.handout.takes else self.problem

    def _ticked_steps(self) -> tuple[str, ...]:
        return tuple(step for step in self._offered() if self.steps[step].isChecked())

    def _ticked_posters(self) -> tuple[str, ...]:
        return tuple(kind for kind, box in self.posters.items() if box.isChecked())

    def _start_problem(self) -> str:
        known = read_time(self.start.text())
        return "" if known else tr("Please give a time of day, like 14:00.")

    def _day_problem(self) -> str:
        known = read_date(self.day.text())
        return "" if known else tr("Please give a date, like 1 February 2027.")

    def _offered(self) -> tuple[str, ...]:
        return self.handout.steps(Wanted(self._guide, self._found, plan=self._plan()))

    def _plan(self) -> str:
        if Choice.PLAN not in self.handout.takes:
            return ""
        if self.handout is not Handout.WORKSHEET:
            return self.plan.value() or ""
        chosen = self.worksheet_plan.value() or _EVERY
        return "" if chosen == _EVERY else chosen

    # What follows from it

    def _kind_chosen(self) -> None:
        self.show_parts()
        self.changed.emit()

    def _chosen(self, _mark: str, choice: str | None) -> None:
        plan = Wanted(self._guide, self._found).setup.plan
        usual = [(row, _usual(papers).value) for papers, row in self.papers.items()]
        for choices, value in (
            *usual,
            (self.plan, plan),
            (self.worksheet_plan, _EVERY),
            (self.slips, _WITHOUT),
        ):
            if choices.value() is None:  # one there must be
                choices.set_value(value)
        self.show_parts()
        self.changed.emit()

    def _changed(self) -> None:
        self.changed.emit()

    def show_parts(self) -> None:
        """Show what belongs to the kind that is chosen, and nothing else."""
        handout, offered = self.handout, self._offered()
        self._line.setText(handout_line(handout.id))
        for choice, part in self._parts.items():
            show_if(part, choice in handout.takes)
        for row_ in self.papers.values():
            show_if(row_, row_ is self.paper)
        worksheet = handout is Handout.WORKSHEET
        show_if(self.worksheet_plan, worksheet)
        show_if(self.plan, not worksheet)
        for step, box in self.steps.items():
            show_if(box, step in offered)
        self.for_whom.show_for(can_name=Choice.NAMES in handout.takes)
        self.codes_line.setText(codes_words(large=self.large.isChecked()))
        show_if(self.codes_line, self.slips.value() == _CODES)


def _usual(papers: Sequence[Paper]) -> Paper:
    """The largest where posters are printed, else what is in most printers here."""
    return Paper.A3 if Paper.A3 in papers else usual_paper()
