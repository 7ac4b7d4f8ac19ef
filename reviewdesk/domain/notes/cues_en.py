"""The English cue words of Sort."""

from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.cues import Language

ENGLISH: Final = Language(
    concerns={
        1: """
            a bit slow, a bit late, annoy*, irritat*, could be better, slightly, minor issue*, small issue*, fiddly,
            nag*, clumsy, untidy, confus*
        """,
        2: """
            late, delay*, overdue, missed, missing, slow, wrong, broken, damaged, defect*, faulty, fault*, fails,
            failed, failure*, complain*, complaint*, problem*, trouble*, issue with, issues with, unhappy, not happy,
            not satisfied, dissatisfied, disappointed, frustrat*, worried, worry, worries, concerned, concern about,
            does not work, doesn't work, not working, don't work, nobody answers, no answer, no reply, not answered,
            no one answers, never got, never received, never heard back, did not arrive, didn't arrive, too expensive,
            too slow, too long, too many, unreliable, shortage, short shipped, rework, returned goods, error*,
            mistake*, incorrect, inaccurate, backlog, waiting for weeks, still waiting, have to chase, chasing us,
            keeps chasing, has to chase, poor, bad, hard to reach, not reachable, understaffed support, unclear
            invoice*, scrap, rude, unfriendly, impolite, careless, unprepared
        """,
        3: """
            line stop*, line was down, line down, production stopped, production stood still, plant stopped, outage,
            penalt*, lost money, cost them, costs them, overcharged, double charged, double billed, charged twice,
            escalat*, furious, angry, lost face, embarrass*, unacceptable, lost a customer, lost an order, fed up,
            plant called, downtime
        """,
        4: """
            may leave, might leave, will leave, want to leave, thinking of leaving, looking at other suppliers,
            looking elsewhere, go elsewhere, looking for alternatives, tender, out to tender, second source,
            terminate, cancel the contract, cancel our contract, end the contract, injur*, hurt, accident, recall,
            lawyer*, legal action, safety risk, unsafe, switch supplier*, switching supplier*, leaving us, last
            chance, number of suppliers, number of vendors, fewer suppliers, fewer vendors, one supplier less
        """,
    },
    raising="""
        again, once more, twice, third time, fourth time, second time, repeated, repeatedly, every month, every week,
        keeps happening, still not, for months
    """,
    strong={
        Marker.GOING_RIGHT: """
            happy with, very happy, pleased, delighted, satisfied, works well, working well, runs well, running well,
            went well, going well, runs smoothly, running smoothly, went smoothly, smooth*, great job, good job, well
            done, excellent, praised, praises, praise for, compliment*, thanked us, thank us, thanks for, grateful,
            love, loves, love the, likes the, like the, best supplier, much better, better than before, improved, no
            complaints, no issues, no problems, no problem, without trouble, without problems, without a problem, no
            trouble, no longer late, ahead of schedule, saves them, saves,
            saved them, on time every time, always on time, impressed, faster than, fewer errors, no more errors, no
            damage, solved, fixed quickly
        """,
        Marker.OUR_PROMISE: "get from us, gets from us, receive from us, we promised, we owe them",
        Marker.DECISION: """
            agreed, we agree, decided, decision, it was decided, settled, approved, signed off, go ahead, goes ahead,
            we go with, going with, we stay with, stays with, chose, chosen, gave the go, will be piloted, confirmed
            that, deal done, resolved to
        """,
        Marker.OPPORTUNITY: """
            interested in, interest in, would buy, want to buy, wants to buy, could buy, might buy, want a quote,
            wants a quote, want an offer, wants an offer, asked for a quote, asked for an offer, asks for a quote, ask
            for a quote, ask for an offer, quote for, offer for, upsell, cross-sell, budget for, has budget, new
            plant, second plant, new line, new site, second site, open a site, opening a, expand*, extend to, roll
            out, rollout, pilot for, potential for, potential of, could take, would take, more volume, room for, want
            to try, wants to try, trial of our
        """,
        Marker.ONLY_ME: """
            between us, off the record, confidential*, keep to myself, do not mention, don't mention, don't tell, not
            to mention, careful with, be careful, my impression, my feeling, my gut, gut feeling, i think he, i think
            she, seems to me, private*, rumour*, rumor*, gossip, tread carefully, tired of, do not raise, don't raise,
            our margin, margin on, margin of, margin is, our cost, our floor, do not go lower, don't go lower, lowest
            price
            we, walk away at, internal only, internally
        """,
        Marker.RIVAL: """
            competitor*, competing offer, rival*, other supplier offers, cheaper offer from, another supplier, other
            vendor, competing quote
        """,
        Marker.FOLLOW_UP: """
            to do, todo, action item, action:, need to, needs to, must, have to send, follow up, follow-up, remember
            to, don't forget, remind me, we should, i should, should we get
        """,
        Marker.QUESTION: """
            open question, unclear whether, unclear if, not clear whether, not clear if, to be clarified, want to
            know, wants to know, asked why, asked whether, asked if, asks why, asks whether, asks if, wonder*,
            question about, question:, tbc
        """,
    },
    plain={
        Marker.QUOTE: """
            he said:, she said:, they said:, said:, says:, his words:, her words:, word for word, verbatim, quote:
        """,
        Marker.GOING_RIGHT: "good, better, fine, helpful, reliable, on time, fast, quick*, like working with, glad",
        Marker.OPPORTUNITY: "opportunity, extra volume, additional, second shift, growth, more of",
        Marker.DECISION: "from now on, as of now, trial starts, starts on, no change to",
        Marker.ONLY_ME: "personally, mood, politics, looking for a new job, moving on, he may not stay",
        Marker.RIVAL: "under us, cheaper than us, below our price, undercut*, better price",
    },
    weak={
        Marker.CONCERN: "but, not, down, lost, chase, risk*, only, quality, claim*, stock-out, stuck, price increase",
        Marker.FOLLOW_UP: "asap, urgent, urgently",
        Marker.OPPORTUNITY: "interested, plan to, plans to, budget, next year",
    },
    asking="""
        why, what, who, when, where, how, which, can we, can they, could we, could they, do we, do they, does, did, is
        it, is there, are there, are we, are they, should we, will they, will we, whose, whether
    """,
    we="we, i, we'll, i'll, our team, our side, ourselves",
    they="""
        they, he, she, they'll, he'll, she'll, customer, the customer, client, plant, the plant, purchasing, buyer,
        their team, their it, planning, logistics
    """,
    conditions="if, whether, when, once, unless, why, that",
    promises="""
        will, shall, send*, provide*, deliver*, name, names, share*, give*, gives, prepare*, check*, confirm*,
        review*, get back, gets back, come back, comes back, call*, organise*, organize*, arrange*, book*, set up,
        sets up, pay, pays, sign*, test*, return*, update*, draft*, write*, propose*, suggest*, invite*, nominate*,
        introduce*, replace*, fix, fixes, install*, forward*, let us know, lets us know, clarify, clarifies, look
        into, looks into, make*, bring*, collect*, refund*, credit*, to send, to provide, to name, to confirm,
        promise*
    """,
    tasks="""
        send, call, ring, book, check, ask, prepare, draft, write, arrange, organise, organize, schedule, set up,
        invite, find, find out, get, clarify, order, forward, share, update, review, confirm, talk to, speak to, meet,
        email, mail, quote, chase, follow up, look into, investigate, fix, add, create, remind, plan, visit, collect,
        bring, compare, calculate, discuss, submit, order, introduce, tell, let, offer, train, pass, put, make
    """,
)
