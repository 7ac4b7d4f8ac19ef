"""The windows: Qt views, their controllers and the tasks that run behind them.

How a page is written
---------------------
A page is a folder `desktop/<page>/` with three files.

`view.py` holds a `widgets.page.Page` (or any widget) built from the kit in `widgets/`. It has signals that say what
the person wants (`account_asked`, `finish_asked`) and methods that show plain values (`show_accounts(rows)`). It never
imports services, sets no style sheet and no colour: labels take a `Part`, buttons a `ButtonKind`, pills a `Tone`, and
what is painted by hand asks `ink.tokens()` for its colours and `ink.scaled(font, ...)` for its fonts.

    class PeopleView(Page):
        person_asked = Signal(object)

        def __init__(self) -> None:
            super().__init__("People")
            self.table = RowTable("People", COLUMNS, key)
            self.header.add_action(primary_button("Add a person", "user-plus"))
            self.add(self.table, 1)
            self.table.opened.connect(self.person_asked)

`model.py`, where it is needed, turns what services answer into `Row`, `Cell`, `Chip`, `Place` or `Result` values with
pure functions: no Qt, so that it is tested without a window.

`controller.py` is a `QObject` that is handed the view, the services and `Tasks`, and creates no widget:

    self._tasks.run(self._people.listed, self._show, self)                              # the read lane
    self._tasks.run(partial(self._people.add, name), self._added, self, lane=Lane.WRITE, failed=self._refused)
    self._tasks.run_long("Reading the file", partial(self._imports.plan, path), self._planned, self)

`then` gets what the service answered, on the window's own thread; where that is an `Outcome`, every controller hears
`tasks.changed(changes, origin)` afterwards and reloads if `changes` concern it and `origin` is not itself. Without
`failed` a `ReviewDeskError` goes to the message bar. `newest="filter"` drops all but the last answer, for typing.

`wiring` puts it together: one `Theme`, one `Shell`, one `Tasks`, one `Crashes`, one `QuitSignals`; `shell.add_page(key,
view)`, `shell.show_page(key)`, `shell.show_places(...)`, `shell.show_commands(...)`.
"""
