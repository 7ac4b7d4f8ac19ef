"""Typed examples of what a boss is handed: a full week, and a portfolio of three tiers."""

from datetime import date, time
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.boss_documents import AccountBlock, BossConcern, BossPromise, PrintedMonday, PrintedPortfolio
from reviewdesk.domain.concern import Ask
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.our_side import (
    Ahead,
    AtRisk,
    Changed,
    ChangeKind,
    MondayPage,
    Portfolio,
    PortfolioGroup,
    PortfolioLine,
    Promised,
    Silent,
)
from reviewdesk.domain.summary import Vendor
from reviewdesk.domain.team_sheet import TeamConcern, TeamOwes, TeamSheet

DAY = date(2026, 11, 24)
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 29)
SENDER = Vendor("Dana Reyes", "Key accounts")


def an_id(number: int) -> UUID:
    """Give the id of this number."""
    return UUID(int=number)


def at_risk(name: str, revenue: Decimal | None, *, health: int = 41, why: str = "concerns: open: severity 4") -> AtRisk:
    """Give an account at risk."""
    return AtRisk(account_id=an_id(1), account=name, tier=Tier.A, health=health, basis=60, reasons=(why,),
                  revenue=revenue, lacks_rate=revenue is None)  # fmt: skip


def promised(what: str, due: date, *, ending: str = "", account: str = "Globex") -> Promised:
    """Give a promise of ours."""
    return Promised(id=an_id(2), account_id=an_id(1), account=account, what=what, owner="Omar Haddad", due=due,
                    is_late=due < DAY and not ending, ending=ending)  # fmt: skip


def week(**parts: object) -> MondayPage:
    """Give a page of this week in which only these parts hold something."""
    empty = dict.fromkeys(("changed", "at_risk", "promised", "ended", "ahead", "silent"), ())
    return MondayPage(**{"book": "Northgate", "since": MONDAY, "today": DAY, "until": SUNDAY, "accounts": 26,
                         "currency": "EUR", **empty, **parts})  # fmt: skip


FULL_WEEK = PrintedMonday(
    SENDER,
    week(
        changed=(
            Changed(kind=ChangeKind.LOST, account_id=an_id(3), account="Wonka Foods", words="Lost", on=MONDAY),
            Changed(kind=ChangeKind.CONCERN, account_id=an_id(1), account="Globex", words="“Wet”, severity 3", on=DAY),
        ),
        at_risk=(
            at_risk("Globex", Decimal("380000.50"), health=41),
            at_risk("Initech", Decimal("96000.50"), health=44, why="how often we speak: 93 days"),
            at_risk("Tanaka", None, health=49),
        ),
        promised=(promised("Answer batch 7", date(2026, 11, 15)), promised("Price sheet", date(2026, 11, 27))),
        ended=(promised("Send samples", DAY, ending="kept"), promised("Call back", MONDAY, ending="broken")),
        ahead=(Ahead(account_id=an_id(4), account="Hooli", words="review late 21 days", on=DAY),),
        silent=(Silent(account_id=an_id(5), account="Quiet Harbour", days=210),),
    ),
)


def words_everywhere(words: str, count: int = 40) -> PrintedMonday:
    """Give a week in which every word is this one, and every part is long."""
    each = range(count)
    return PrintedMonday(
        Vendor(words, words),
        week(
            book=words,
            changed=tuple(
                Changed(kind=ChangeKind.LOST, account_id=an_id(1), account=words, words=words, on=DAY) for _ in each
            ),
            at_risk=tuple(at_risk(words, Decimal("1234567.5"), why=words) for _ in each),
            promised=tuple(promised(words, MONDAY, account=words) for _ in each),
            ended=tuple(promised(words, MONDAY, ending="kept late", account=words) for _ in each),
            ahead=tuple(Ahead(account_id=an_id(1), account=words, words=words, on=DAY) for _ in each),
            silent=tuple(Silent(account_id=an_id(1), account=words, days=9) for _ in each),
        ),
    )


def line(number: int, name: str, tier: Tier | None, revenue: str | None, **parts: object) -> PortfolioLine:
    """Give one account in a line; what is not named is as with any other."""
    usual = {
        "owner": "Dana Reyes", "health": 82, "basis": 90, "band": Band.HEALTHY, "never_asked": False,
        "lacks_rate": revenue is None, "change": Decimal(-4), "open_concerns": 0, "worst_severity": 0,
        "late_promises": 0, "last_review": date(2026, 9, 3), "next_review": "in 12 days", "next_step": "Call them",
        "next_step_on": SUNDAY, "notice_on": date(2027, 1, 3),
    }  # fmt: skip
    amount = Decimal(revenue) if revenue is not None else None
    return PortfolioLine(id=an_id(number), name=name, tier=tier, revenue=amount, **{**usual, **parts})


def portfolio(*blocks: AccountBlock, book: str = "Northgate", vendor: Vendor = SENDER) -> PrintedPortfolio:
    """Give the portfolio of these accounts, by tier in the order in which the tiers come."""
    tiers = dict.fromkeys(each.line.tier for each in blocks)
    groups = tuple(
        PortfolioGroup(tier, tuple(each.line for each in blocks if each.line.tier is tier)) for tier in tiers
    )
    year = (date(2025, 11, 25), DAY)
    return PrintedPortfolio(vendor, Portfolio(book=book, today=DAY, currency="EUR", year=year, groups=groups), blocks)


def worried(number: int, words: str, count: int) -> AccountBlock:
    """Give an account at risk with so many concerns and promises, one of which is late."""
    at_risk = line(number, words, Tier.A, "1234567.5", health=41, band=Band.AT_RISK, next_step=words, owner=words)
    each = range(count)
    concern = BossConcern(words=words, severity=4, stage="reported", raised_on=MONDAY, owner=words)
    return AccountBlock(
        line=at_risk,
        reasons=("concerns: open: severity 4", words),
        concerns=(concern,) * count,
        promises=tuple(BossPromise(what=words, owner=words, due=MONDAY, is_late=not place) for place in each),
        months=tuple(Decimal(place) for place in range(12)),
        month_is_over=False,
    )


FULL_PORTFOLIO = portfolio(
    worried(1, "Globex", 2),
    AccountBlock(line=line(2, "Hooli", Tier.A, "540048.40")),
    AccountBlock(line=line(3, "Initech", Tier.B, "96000.30", health=61, band=Band.WATCH), reasons=("never asked",)),
    AccountBlock(line=line(4, "Tanaka", Tier.B, None, health=None, band=Band.UNKNOWN, basis=25)),
    AccountBlock(line=line(5, "Santos", Tier.C, "0.30", never_asked=True, next_step="", last_review=None)),
)


def team_sheet(words: str, count: int = 3) -> TeamSheet:
    """Give the sheet of a team that answers for so many concerns and owes as much."""
    concern = TeamConcern(
        account=words, words=words, severity=3, stage="acknowledged", raised_on=MONDAY, owner=words, cause=words,
        fix=words, waits_for="make a plan", due=MONDAY, is_late=True, cause_time="root cause not known for 8 days",
        asks=(Ask(what=words, due=DAY), Ask(what=words)), at=time(11, 30),
    )  # fmt: skip
    owed = TeamOwes(account=words, what=words, owner=words, due=MONDAY, is_late=True, is_promise=True, said_on=MONDAY)
    return TeamSheet(
        vendor=SENDER, name=words, written_on=DAY, people=(words,) * 20, concerns=(concern,) * count,
        owes=(owed,) * count,
    )  # fmt: skip
