"""The outline of a customer's summary: what it says in which order, misses before wins, without what is empty."""

from collections.abc import Iterator, Sequence

from reviewdesk.domain.outline import (
    Cell,
    Column,
    Content,
    Figure,
    Figures,
    Grid,
    Line,
    Listing,
    Outline,
    Panels,
    Part,
    Prose,
    Said,
    joined,
    line,
    own,
    shown,
    shown_line,
)
from reviewdesk.domain.summary import Agreed, Attendee, CustomerSummary, Heard, LastPromises, NextReview, TellUs
from reviewdesk.domain.summary_outline_later import later_parts
from reviewdesk.domain.words import Words, words_in


def outline_of(summary: CustomerSummary) -> Outline:
    """Give the outline of a summary in its language."""
    words = words_in(summary.language, summary.held_on)
    made_on = summary.finished_on or summary.held_on
    subtitle = joined((line(shown_line(summary.title)), line(shown_line(summary.period))), " · ")
    account = shown_line(summary.account)
    return Outline(
        title=account,
        subtitle=subtitle,
        occasion=_occasion(summary, words),
        sender=tuple(filter(None, _sender(summary, words))),
        edition=_edition(summary, words),
        running=joined((line(account), subtitle), " · "),
        parts=tuple(each for each in (*_first_parts(summary, words), *later_parts(summary, words)) if each.contents),
        page=_page(words),
        language=words.language,
        author=shown_line(summary.vendor.name),
        continued=words["continued"],
        made_on=(made_on.year, made_on.month, made_on.day),
        branding=summary.branding,
    )


def phrase(words: Words, key: str, **values: tuple[str, bool]) -> Line:
    """Give a phrase with its places filled."""
    return tuple(Said(text, is_own) for text, is_own in words.filled(key, **values))


def part(words: Words, key: str, *contents: Content) -> Part:
    """Give a part under the heading of a key."""
    return Part(key, (own(words[key]),), contents)


def _sender(summary: CustomerSummary, words: Words) -> Iterator[Line]:
    """Give who sends it, the line below, and who prepared it for them."""
    name, by = shown_line(summary.vendor.name), shown_line(summary.branding.prepared_by)
    yield from (line(name), line(shown_line(summary.vendor.line)))
    if by:
        key = "prepared for" if name and name != by else "prepared"
        yield phrase(words, key, by=(by, False), sender=(name, False))


def _page(words: Words) -> tuple[str, str, str]:
    before, _, rest = words["page"].partition("{page}")
    between, _, after = rest.partition("{all}")
    return before, between, after


def _edition(summary: CustomerSummary, words: Words) -> Line:
    if summary.finished_on is None:
        return (own(words["draft"]),)
    return phrase(words, "finished", number=(str(summary.version), True), day=(words.day(summary.finished_on), True))


def _occasion(summary: CustomerSummary, words: Words) -> Line:
    when = joined(((own(words.day(summary.held_on)),), line(shown_line(summary.place))), ", ")
    company = shown_line(summary.vendor.name)
    ours = joined((_people(summary.ours), _company(summary.ours, company)), ", ")
    return joined((when, _people(summary.theirs), ours), " · ")


def _company(people: Sequence[Attendee], company: str) -> Line:
    named = {shown_line(each.name) for each in people if shown(each.name)}
    return line(company) if named and company not in named else ()


def _people(people: Sequence[Attendee]) -> Line:
    return joined((_person(each) for each in people if shown(each.name)), ", ")


def _person(person: Attendee) -> Line:
    role = shown_line(person.role)
    return line(shown_line(person.name), *((own(" ("), role, own(")")) if role else ()))


def _first_parts(summary: CustomerSummary, words: Words) -> Iterator[Part]:
    since = summary.changes_since or max(summary.version - 1, 1)
    changed = phrase(words, "changed", number=(str(since), True))
    yield Part("changed", changed, tuple(listing(summary.changes)))
    sentences = tuple(line(each) for each in summary.sentences if shown(each))
    yield part(words, "in short", *([Prose(sentences)] if sentences else ()))
    yield part(words, "heard", *_heard(summary.heard, words))
    yield part(words, "decided", *listing(summary.decisions))
    yield part(words, "we will", *_agreed(summary.we_will, words))
    yield part(words, "you will", *_agreed(summary.you_will, words))
    asked = (("ask", summary.ask), ("commitment", summary.commitment))
    panels = tuple((words[key], line(text)) for key, text in asked if shown(text))
    yield Part("ask", (), (Panels(panels),) if panels else ())
    yield Part("closing", (), tuple(_closing(summary, words)))


def listing(texts: Sequence[str], *, numbered: bool = False) -> Iterator[Listing]:
    """Give the texts that say something as items."""
    lines = tuple(line(each) for each in texts if shown(each))
    if lines:
        yield Listing(lines, numbered)


def _heard(heard: Sequence[Heard], words: Words) -> Iterator[Listing]:
    lines = tuple(heard_line(each, words) for each in heard if shown(each.text))
    if lines:
        yield Listing(lines, numbered=True)


def heard_line(heard: Heard, words: Words) -> Line:
    """Give something heard, in quotation marks and with a name where that was agreed to."""
    text = shown(heard.text)
    before, after = words.quoted(text) if heard.quoted else ("", "")
    said_by = shown_line(heard.said_by)
    return line(own(before), text, own(after), *((own(" – "), said_by) if said_by else ()))


def _agreed(promises: Sequence[Agreed], words: Words) -> Iterator[Grid]:
    rows = tuple(
        (
            Cell(line(each.what)),
            Cell(line(shown_line(each.owner)), quiet=True),
            Cell((own(words.short_day(each.due)),) if each.due else ()),
        )
        for each in promises
        if shown(each.what)
    )
    if rows:
        yield Grid((Column(words["what"], 60), Column(words["owner"], 24), Column(words["due"], 16, right=True)), rows)


def _closing(summary: CustomerSummary, words: Words) -> Iterator[Figures]:
    """Give the promises kept, the next review and whom to tell: what stands at the foot of the first page."""
    figures = []
    if summary.last_promises is not None and summary.last_promises.count and summary.shows_kept_rate:
        figures.append(kept_figure(summary.last_promises, words))
    if summary.next_review is not None:
        figures.append(next_figure(summary.next_review, words))
    if summary.tell_us is not None:
        figures.append(Figure((), tell_line(summary.tell_us, words)))
    if figures:
        yield Figures(tuple(figures))


def kept_figure(last: LastPromises, words: Words) -> Figure:
    """Say how many of our promises were kept."""
    month = {"month": (words.since(last.since), True)} if last.since else {}
    value = phrase(words, "kept of", kept=(str(last.kept), True), all=(str(last.count), True))
    return Figure(value, phrase(words, "kept since" if last.since else "kept", **month))


def next_figure(following: NextReview, words: Words) -> Figure:
    """Say when and where both sides meet again."""
    at = f", {words.clock(following.at)}" if following.at else ""
    place = shown_line(following.place)
    where = (own(", "), place) if place else ()
    return Figure((own(words.day(following.on)),), line(own(f"{words['next']}{at}"), *where))


def tell_line(tell: TellUs, words: Words) -> Line:
    """Say whom to tell by when."""
    name = shown_line(tell.name)
    values = {"day": (words.day(tell.by), True), "name": (name, False)}
    mail = shown_line(tell.email)
    said = phrase(words, "tell us" if name else "tell us now", **values)
    return (*said, *(line(own(" "), mail) if mail else ()))
