"""What can be set up for a workshop beyond its name, its plan and its people."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import long_date
from workbook.catalogue.setting_up import total_words
from workbook.catalogue.words import shorten
from workbook.model.guide import Guide, Mode, Option, Step
from workbook.model.people import named, names_in, twice
from workbook.model.secrecy import voted_steps
from workbook.model.session import Session
from workbook.model.workshop import Person, Quorum, Setup
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label, show_if
from workbook.ui.widgets.choice_row import ChoiceRow
from workbook.ui.widgets.fields import GrowingText
from workbook.ui.widgets.forms import problem_label, say, tick
from workbook.ui.widgets.number_field import NumberField

LONGEST = 240  # minutes of one step
_OFFERED = 40  # reflections to take along: the latest ones
_LETTERS = 48  # of a group's name in that list


class MinutesForm(QWidget):
    """Own minutes for each step. `changed` tells of every change.

    Each plan has minutes of its own here: who looks at another plan and comes back finds them.
    """

    changed = Signal()

    def __init__(self, guide: Guide, setup: Setup, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._guide, self._plan = guide, ""
        self._own: dict[str, Mapping[str, int]] = {setup.plan: setup.minutes}
        self.fields: dict[str, NumberField] = {}
        inside = column(self, gap=6)
        inside.addWidget(label(tr("Minutes for each step"), "label"))
        inside.addWidget(label(tr("A step with 0 minutes goes home on paper."), "soft"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        half = (len(guide.steps) + 1) // 2
        for at, step in enumerate(guide.steps):
            field = NumberField(tr("{step}, minutes").format(step=step.title), 0, LONGEST, theme)
            field.changed.connect(self._changed)
            self.fields[step.id] = field
            place = 3 * (at // half)
            grid.addWidget(label(step.title, "soft"), at % half, place)
            grid.addWidget(field, at % half, place + 1)
        for words in (0, 3):
            grid.setColumnStretch(words, 1)
        grid.setColumnMinimumWidth(2, 12)
        inside.addLayout(grid)
        self.total = label("", "soft")
        inside.addWidget(self.total)
        self.problem = problem_label()
        inside.addWidget(self.problem)
        self.show_plan(setup.plan)

    def show_plan(self, plan: str) -> None:
        """Show the minutes of a plan, or those chosen for it before."""
        if self._plan:
            self._own[self._plan] = self.own()
        self._plan = ""
        minutes = {**self._guide.plan(plan).minutes, **self._own.get(plan, {})}
        for step_id, field in self.fields.items():
            field.set_value(minutes.get(step_id, 0))
        self._plan = plan
        self._changed()

    def own(self) -> Mapping[str, int]:
        """The minutes that are others than the plan's. What is no number counts as the plan's."""
        planned = self._guide.plan(self._plan).minutes
        values = {step_id: field.value() for step_id, field in self.fields.items()}
        return {
            step_id: value
            for step_id, value in values.items()
            if value is not None and value != planned.get(step_id, 0)
        }

    def held(self) -> frozenset[str]:
        """The steps that have minutes, or a text that is no number yet."""
        return frozenset(step for step, field in self.fields.items() if field.value() != 0)

    def texts(self) -> tuple[str, ...]:
        """What is typed, as it is."""
        return tuple(field.line.text() for field in self.fields.values())

    def check(self) -> QWidget | None:
        """Say what is wrong; the field where it is, None where nothing is."""
        wrong = [field for field in self.fields.values() if field.value() is None]
        if wrong:
            words = tr("Please give each step a whole number of minutes, from 0 to {most}.")
            say(self.problem, words.format(most=LONGEST))
            return wrong[0].line
        if not self.held():
            say(self.problem, tr("Please give at least one step some minutes."))
            return next(iter(self.fields.values())).line
        say(self.problem, "")
        return None

    def _changed(self) -> None:
        if not self._plan:
            return
        say(self.problem, "")
        whole = all(field.value() is not None for field in self.fields.values())
        setup = Setup(self._plan, 1, self.own())
        self.total.setText(total_words(self._guide, setup) if whole and self.held() else "")
        self.changed.emit()


class SecrecyForm(QWidget):
    """Which steps' rounds are secret: a tick for each step that is voted on and held."""

    changed = Signal()

    def __init__(
        self,
        guide: Guide,
        opened: Collection[str],
        begun: Collection[str],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._begun = frozenset(begun)
        self.ticks: dict[str, QCheckBox] = {}
        inside = column(self, gap=4)
        inside.addWidget(label(tr("Secret rounds"), "label"))
        inside.addWidget(
            label(
                tr(
                    "Of a secret round only numbers are kept, and nothing under five answers. An"
                    " open one also takes raised hands and answers by name."
                ),
                "soft",
            )
        )
        for step in voted_steps(guide):
            self.ticks[step.id] = self._tick(step, secret=step.id not in opened)
            inside.addWidget(self.ticks[step.id])

    def _tick(self, step: Step, *, secret: bool) -> QCheckBox:
        begun = step.id in self._begun
        words = tr("{step} (has begun, so this stays)") if begun else "{step}"
        made = tick(words.format(step=step.title), on=secret)
        made.setEnabled(not begun)
        made.toggled.connect(self.changed)
        return made

    def show_held(self, steps: Collection[str]) -> None:
        """Show these steps only; those that go home have no rounds."""
        for step_id, box in self.ticks.items():
            show_if(box, step_id in steps)

    def opened(self) -> frozenset[str]:
        """The steps whose rounds are not secret."""
        return frozenset(step for step, box in self.ticks.items() if not box.isChecked())

    def changeable(self, steps: Collection[str]) -> frozenset[str]:
        """Those of the steps whose rounds are secret and can still be opened."""
        return frozenset(
            step
            for step, box in self.ticks.items()
            if step in steps and box.isChecked() and step not in self._begun
        )

    def set_secret(self, steps: Iterable[str], *, secret: bool) -> None:
        """Make the rounds of these steps secret, or open."""
        for step in steps:
            self.ticks[step].setChecked(secret)


class QuorumForm(QWidget):
    """How many of the people in the room have to give a score before consent carries."""

    def __init__(self, quorum: Quorum, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        inside = column(self, gap=6)
        name = tr("Consent needs a score from")
        inside.addWidget(label(name, "label"))
        inside.addWidget(label(tr("Of the people in the room; whoever passes gives none."), "soft"))
        options = [
            Option(Quorum.HALF.value, tr("Half")),
            Option(Quorum.TWO_THIRDS.value, tr("Two thirds")),
            Option(Quorum.ALL.value, tr("Everyone")),
        ]
        self.choice = ChoiceRow("quorum", options, theme, name=name, joined=True, parent=self)
        self.choice.chosen.connect(self._chosen)
        self._value = quorum
        self.choice.set_value(quorum.value)
        inside.addWidget(self.choice)

    def value(self) -> Quorum:
        """What is chosen."""
        return self._value

    def _chosen(self, _mark: str, choice: str | None) -> None:
        if choice is not None:
            self._value = Quorum(choice)
        self.choice.set_value(self._value.value)  # one of them always is


class NamesForm(QWidget):
    """Names, one a line, and whether they are kept."""

    changed = Signal()

    def __init__(
        self, names: Sequence[Person], theme: Theme, parent: QWidget, *, keep: bool
    ) -> None:
        super().__init__(parent)
        self._before = tuple(names)
        self._people: int | None = None
        inside = column(self, gap=6)
        inside.addWidget(label(tr("Names, if you want them"), "label"))
        self._hint = label(
            tr(
                "One a line, for answers by name in open rounds. They go when the workshop ends,"
                " with what was answered by name."
            ),
            "soft",
        )
        inside.addWidget(self._hint)
        self.field = GrowingText("", tr("Names, one a line"), self, least=3, most=8)
        self.field.show_text("\n".join(person.name for person in names))
        self.field.typed.connect(self._typed)
        inside.addWidget(self.field)
        self.problem = problem_label()
        inside.addWidget(self.problem)
        self.note = label("", "warn")
        self.note.hide()
        inside.addWidget(self.note)
        if names:
            inside.addWidget(
                label(
                    tr(
                        "Correct a spelling and that person’s answers stay. Take a line out, and"
                        " they go with it."
                    ),
                    "soft",
                )
            )
        self.keep = tick(tr("Keep the names in the summary"), on=keep)
        self.keep.toggled.connect(self.changed)
        inside.addWidget(self.keep)

    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def people(self) -> tuple[Person, ...]:
        """Who is in the list; who was in it before is the same person still."""
        return named(names_in(self.text()), self._before)

    def compare(self, people: int | None) -> None:
        """Say where there are more names than people in the room."""
        self._people = people
        names = len(names_in(self.text()))
        more = people is not None and names > people
        words = ntr(
            "There is {n} name, and fewer people in the room.",
            "There are {n} names, and fewer people in the room.",
            names,
        )
        say(self.note, words.format(n=names) if more else "")

    def check(self) -> QWidget | None:
        """Say what is wrong; the field where it is, None where nothing is."""
        again = twice(names_in(self.text()))
        words = tr("“{name}” stands there twice. Please add a letter to one of them.")
        say(self.problem, words.format(name=shorten(again, _LETTERS)) if again else "")
        return self.field if again else None

    def _typed(self) -> None:
        say(self.problem, "")
        self.compare(self._people)
        self.changed.emit()


class DraftsForm(QWidget):
    """A reflection alone whose answers come along for the facilitator. `chosen` tells its name."""

    chosen = Signal(str)

    def __init__(self, reflections: Sequence[Session], drafts: str, parent: QWidget) -> None:
        super().__init__(parent)
        alone = [s for s in reflections if s.mode is Mode.SOLO and s.trashed is None]
        latest = [s for at, s in enumerate(alone) if at < _OFFERED or s.id == drafts]
        self._names = {session.id: session.name for session in latest}
        inside = column(self, gap=6)
        inside.addWidget(label(tr("Take a reflection along"), "label"))
        inside.addWidget(label(tr("Its answers come along as drafts. Only you see them."), "soft"))
        self.list = QComboBox()
        self.list.setAccessibleName(tr("Take a reflection along"))
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setMinimumContentsLength(16)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.setSizePolicy(policy)
        self.list.addItem(tr("None"), "")
        for session in latest:
            self.list.addItem(_reflection(session), session.id)
        self.list.setCurrentIndex(max(self.list.findData(drafts), 0))
        self.list.activated.connect(self._activated)
        inside.addWidget(self.list)
        self.setVisible(bool(latest))

    def id(self) -> str:
        """The reflection that comes along, "" for none."""
        return str(self.list.currentData())

    def name(self) -> str:
        """The name of its group, "" for none."""
        return self._names.get(self.id(), "")

    def _activated(self) -> None:
        self.chosen.emit(self.name())


def _reflection(session: Session) -> str:
    """A reflection as one of several: its group, and when it was changed last."""
    day = session.changed.astimezone().date()
    name = shorten(session.name, _LETTERS) or tr("Untitled reflection")
    return tr("{name}, {date}").format(name=name, date=long_date(day))


class More(QWidget):
    """All that is folded away while a workshop is set up in a minute."""

    def __init__(
        self,
        guide: Guide,
        setup: Setup,
        theme: Theme,
        parent: QWidget,
        *,
        begun: Collection[str],
        reflections: Sequence[Session],
        drafts: str,
    ) -> None:
        super().__init__(parent)
        self.minutes = MinutesForm(guide, setup, theme, self)
        self.secrecy = SecrecyForm(guide, setup.open_steps, begun, theme, self)
        self.names = NamesForm(setup.names, theme, self, keep=setup.keep_names)
        self.slips = tick(tr("Slips, to see how many moved without knowing who"), on=setup.slips)
        self.sound = tick(tr("A soft sound at the end of each timebox"), on=setup.sound)
        self.quorum = QuorumForm(setup.quorum, theme, self)
        self.drafts = DraftsForm(reflections, drafts, self)
        inside = column(self, gap=20)
        for form in (self.minutes, self.secrecy, self.quorum, self.names):
            inside.addWidget(form)
        moved = column(gap=4)
        moved.addWidget(self.slips)
        moved.addWidget(
            label(
                tr(
                    "People draw a slip with a random code and write it on both ballots: the two"
                    " are joined by the code alone, counted, and the code is forgotten."
                ),
                "soft",
            )
        )
        inside.addLayout(moved)
        inside.addWidget(self.sound)
        inside.addWidget(self.drafts)

    def stops(self) -> list[QWidget]:
        """Where Tab goes, as it is read; the minutes down the first column, then the second."""
        return [
            *(field.line for field in self.minutes.fields.values()),
            *self.secrecy.ticks.values(),
            *self.quorum.choice.buttons,
            self.names.field,
            self.names.keep,
            self.slips,
            self.sound,
            self.drafts.list,
        ]

    def state(self) -> tuple[object, ...]:
        """All that is chosen and typed, to see whether it was changed."""
        return (
            self.minutes.texts(),
            self.secrecy.opened(),
            self.quorum.value(),
            self.names.text(),
            self.names.keep.isChecked(),
            self.slips.isChecked(),
            self.sound.isChecked(),
            self.drafts.id(),
        )
