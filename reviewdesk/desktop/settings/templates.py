"""The templates of reviews in Settings: for which reviews each is, its agenda and the steps around it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.review.agenda_editor import AgendaEditor
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.account import Tier
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.ladder_text import ladder_text, read_ladder
from reviewdesk.domain.review import ReviewKind
from reviewdesk.domain.template import ReviewTemplate


class TemplatesCard(Card):
    """All templates.

    Signals:
        kept: a template as it was changed or made. remove_asked: the template to take out.
    """

    kept = Signal(object)
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Templates of reviews"), " ")
        self.rows = RowList(self.tr("Templates of reviews"))
        self.more = ghost_button(self.tr("Add a template"), "plus")
        self.sheet: TemplateSheet | None = None
        self._templates: dict[UUID, ReviewTemplate] = {}
        self.add(Label(self.tr("A review keeps the template it was planned with; a change holds for those planned later."), Part.MUTED, wraps=True))  # fmt: skip # noqa: E501
        self.add(self.rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.opened.connect(self._open)
        self.rows.action_asked.connect(self._act)
        self.more.clicked.connect(self._make)

    def show_templates(self, templates: Sequence[ReviewTemplate]) -> None:
        """Show these templates."""
        self._templates = {each.id: each for each in templates}
        self.rows.show_rows([_row(each) for each in templates])

    def _act(self, template_id: UUID, action: str) -> None:
        if action == "remove":
            self.remove_asked.emit(template_id)
        else:
            self._open(template_id)

    def _open(self, template_id: UUID) -> None:
        self._ask(self._templates[template_id], self.tr("Save"))

    def _make(self) -> None:
        first = next(iter(self._templates.values()))
        self._ask(replace(first, id=uuid4(), name="", number=1, version=0), self.tr("Add it"))

    def _ask(self, template: ReviewTemplate, verb: str) -> None:
        self.sheet = TemplateSheet(template, verb, self)
        self.sheet.kept.connect(self.kept)
        self.sheet.open()


def _row(template: ReviewTemplate) -> Row:
    tiers = f"for {' and '.join(template.tiers)}" if template.tiers else ""
    parts = (template.kind.value, tiers, f"{template.length} min", f"{len(template.agenda)} items",
             f"{len(template.ladder)} steps", f"version {template.number}")  # fmt: skip
    change = RowAction("open", "Change this template", "pencil", "E")
    remove = RowAction("remove", "Remove this template", "trash-2")
    return Row(template.id, template.name, " · ".join(each for each in parts if each), actions=(change, remove))


class TemplateSheet(Sheet):
    """Asks for all that a template holds.

    Signals:
        kept: the template as it was filled in.
    """

    kept = Signal(object)

    def __init__(self, template: ReviewTemplate, verb: str, parent: QWidget) -> None:
        super().__init__(template.name or parent.tr("Add a template"), verb, parent)
        self._template = template
        self.name = LineField(self.tr("Name"), template.name, hint=self.tr("With the board"), quiet=False)
        self.kind = ChoiceField(self.tr("For reviews that are"), [(e, e.value) for e in ReviewKind], template.kind, quiet=False)  # fmt: skip # noqa: E501
        tiers = ", ".join(template.tiers)
        self.tiers = LineField(self.tr("Of these tiers"), tiers, hint=self.tr("all, or A, B"), quiet=False)
        self.length = LineField(self.tr("Minutes"), f"{template.length}", quiet=False)
        self.agenda = AgendaEditor(fills=False)
        self.agenda.show_agenda(template.agenda)
        self.steps = TextField(self.tr("Steps, one a line, in working days"), ladder_text(template.ladder), lines=8)
        self._lay_out_fields()
        self.asked.connect(self._keep)

    def _lay_out_fields(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, share in ((self.name, 4), (self.kind, 3), (self.tiers, 2), (self.length, 1)):
            row.addWidget(field, share)
        column = ScrollColumn(self.tr("Agenda and steps"))
        column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.column.addWidget(self.agenda)
        column.column.addWidget(self.steps)
        column.column.addStretch(1)
        line = self.fontMetrics().lineSpacing()
        column.setMinimumHeight(line * 26)
        self.setMinimumWidth(line * 44)
        self.add(row)
        self.add(column)

    def _keep(self) -> None:
        try:
            self.kept.emit(self._filled_in())
        except RefusedError as error:
            self.refuse(str(error))

    def _filled_in(self) -> ReviewTemplate:
        tiers = [each.strip().upper() for each in self.tiers.value().replace(";", ",").split(",") if each.strip()]
        if not set(tiers) <= {each.value for each in Tier}:
            raise RefusedError(self.tr("Write the tiers like A, B, or leave them empty for all."))
        minutes = self.length.value().strip()
        if not minutes.isdecimal() or not 0 < int(minutes) <= 480:
            raise RefusedError(self.tr("Write the minutes as a number up to 480."))
        return replace(
            self._template,
            name=self.name.value(),
            kind=ReviewKind(str(self.kind.value())),
            tiers=tuple(dict.fromkeys(tiers)),
            length=int(minutes),
            agenda=tuple(each for each in self.agenda.agenda if each.title),
            ladder=read_ladder(str(self.steps.value()), self._template.ladder),
        )
