"""The People tab: the drawn tree, what is missing among them, and who reports to whom."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt

from reviewdesk.domain.people import Part, Person, Stance
from reviewdesk.services.accounts import AccountService
from tests.books import small_book, the
from tests.desktop.account.test_account_page import settle, titles


def staffed(store, name="Hooli"):
    """Let a board of four report to each other, of whom one has left."""
    account_id = the(store, name).id
    with store.write("People") as work:
        for each in work.people.where(account_id=account_id):
            work.people.remove(each.id)
        me = next(each for each in work.colleagues.all() if each.is_me)
        person = partial(Person, account_id=account_id)
        ewa = work.people.put(person(name="Ewa Lis", role="Director", part=Part.SPONSOR, left_on=date(2026, 10, 3)))
        anna = work.people.put(
            person(
                name="Anna Nowak", role="Purchasing", part=Part.DECIDES, reports_to_id=ewa.id,
                known_by_id=me.id, stance=Stance.BACKS_US,
            )
        )  # fmt: skip
        work.people.put(person(name="Piotr Beck", part=Part.USER, reports_to_id=anna.id))
        work.people.put(person(name="Tom Reilly", part=Part.USER))
    return {each.name: each.id for each in AccountService(store).brief(account_id).people}


def test_the_tree_shows_who_reports_to_whom_and_who_left(store, opened):
    staffed(small_book(store))
    view = opened("Hooli").view
    view.open_tab("people")

    said = {each.words.name: each.accessibleName() for each in view.people.tree.nodes}
    assert said["Ewa Lis"] == "Ewa Lis, Director, left on 3 Oct 2026"
    assert said["Anna Nowak"] == "Anna Nowak, Purchasing, decision maker · known by me, backs us"
    assert list(said) == ["Ewa Lis", "Anna Nowak", "Piotr Beck", "Tom Reilly"]
    assert [each.words.gone for each in view.people.tree.nodes] == [True, False, False, False]


def test_no_two_people_of_the_tree_cover_each_other_at_any_width(store, opened):
    staffed(small_book(store))
    for width in (700, 1140):
        view = opened("Hooli", width=width).view
        view.open_tab("people")
        boxes = [each.geometry() for each in view.people.tree.nodes]

        assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])
        assert all(view.people.tree.rect().contains(each) for each in boxes)


def test_the_arrow_keys_walk_along_the_tree(qtbot, store, opened):
    ids = staffed(small_book(store))
    view = opened("Hooli").view
    view.open_tab("people")
    tree = view.people.tree
    anna, piotr = tree.node(ids["Anna Nowak"]), tree.node(ids["Piotr Beck"])
    anna.setFocus()

    qtbot.keyClick(anna, Qt.Key.Key_Right)
    assert piotr.hasFocus()
    qtbot.keyClick(piotr, Qt.Key.Key_Left)
    assert anna.hasFocus()
    qtbot.keyClick(anna, Qt.Key.Key_Left)
    assert tree.nodes[0].hasFocus()


def test_pressing_somebody_in_the_tree_opens_their_fields(qtbot, store, opened):
    ids = staffed(small_book(store))
    view = opened("Hooli").view
    view.open_tab("people")

    qtbot.keyClick(view.people.tree.node(ids["Piotr Beck"]), Qt.Key.Key_Space)

    assert view.people.grid.fields["name"].value() == "Piotr Beck"
    assert view.people.grid.fields["reports_to"].value() == "Anna Nowak"


def test_a_circle_is_refused_and_a_new_boss_redraws_the_tree(qtbot, store, tasks, opened):
    ids = staffed(small_book(store))
    view = opened("Hooli").view
    view.open_tab("people")
    view.people.choose(ids["Anna Nowak"])
    boss = view.people.grid.fields["reports_to"]

    boss.editor.selectAll()
    qtbot.keyClicks(boss.editor, "Piotr Beck")
    boss.editor.completer().popup().hide()
    boss.flush()
    settle(tasks)
    assert "Piotr Beck reports to Anna Nowak already" in boss.editor.accessibleDescription()

    view.people.choose(ids["Tom Reilly"])
    qtbot.keyClicks(boss.editor, "Anna Nowak")
    boss.editor.completer().popup().hide()
    boss.flush()
    settle(tasks)
    assert list(view.people.tree.nodes)[-1].words.name == "Tom Reilly"
    assert view.people.tree.node(ids["Tom Reilly"]).x() == view.people.tree.node(ids["Piotr Beck"]).x()


def test_a_gap_is_a_pill_on_the_overview_and_says_what_to_do_on_the_tab(store, opened):
    ids = staffed(small_book(store))
    view = opened("Hooli").view

    assert view.overview.missing.text == "no sponsor since 3 Oct"
    assert titles(view.people.missing.rows)[0] == "No sponsor since 3 Oct"
    assert "who follows Ewa Lis" in view.people.missing.rows.row(view.people.missing.rows.keys[0]).row.meta
    assert ids["Tom Reilly"]


def test_where_nobody_reports_to_anybody_the_page_says_how_the_tree_comes_about(store, opened):
    small_book(store)
    view = opened("Hooli").view
    view.open_tab("people")

    assert view.people.tree.isHidden()
    assert any("the tree draws itself" in each.text() for each in view.people.findChildren(type(view.people.refusal)))


def test_a_large_staff_is_drawn_without_covering_and_says_how_many_more_there_are(store, opened):
    ids = staffed(small_book(store))
    account_id = the(store, "Hooli").id
    with store.write("Staff") as work:
        work.people.add_all([Person(account_id=account_id, name=f"Loose {each}") for each in range(40)])
        work.people.add_all(
            [
                Person(account_id=account_id, name=f"Report {each}", reports_to_id=ids["Anna Nowak"])
                for each in range(25)
            ]
        )
    view = opened("Hooli", width=800).view
    view.open_tab("people")
    boxes = [each.geometry() for each in view.people.tree.nodes]

    assert len(boxes) == 3 + 25 + 24
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])
    assert all(view.people.tree.rect().contains(each) for each in boxes)
