"""The English cue words of Sort."""

from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import grammars
from reviewdesk.domain.notes.cues import Language

ENGLISH: Final = Language(
    concerns={
        1: """
            a bit slow, a bit late, annoy*, irritat*, could be better, slightly, minor issue*, small issue*, fiddly,
            nag*, clumsy, untidy, confus*, hard to read, would prefer, would have preferred, a bit long, a bit loud, a
            bit much, not ideal, could be nicer, could be quicker, inconvenient, awkward, nitpick*, a little slow, a
            little late, could be smarter, could be a, too long
        """,
        2: """
            late, delay*, overdue, missed, missing, slow, wrong, broken, damaged, defect*, faulty, fault*, fails,
            failed, failure*, complain*, complaint*, problem*, trouble*, issue with, issues with, unhappy, not happy,
            not satisfied, dissatisfied, disappointed, frustrat*, worried, worry, worries, concerned, concern about,
            does not work, doesn't work, not working, don't work, nobody answers, no answer, no reply, not answered, no
            one answers, never got, never received, never heard back, did not arrive, didn't arrive, too expensive, too
            slow, too long, too many, unreliable, shortage, short shipped, rework, returned goods, error*, mistake*,
            incorrect, inaccurate, backlog, waiting for weeks, still waiting, have to chase, chasing us, keeps chasing,
            has to chase, poor, bad, hard to reach, not reachable, understaffed support, unclear invoice*, scrap, rude,
            unfriendly, impolite, careless, unprepared, wet, dirty, leaking, leaks, leaked, leaky, smells, smelled,
            stinks, mouldy, moldy, rust*, bent, cracked, cracks, scratched, torn, crushed, dented, spoiled, expired,
            out of stock, out of spec, out of range, out of tolerance, off spec, unmanned, did not show up, didn't show
            up, didnt show up, no show*, no-show*, peeled off, came off, fell off, fell apart, doesn't match, doesnt
            match, does not match, don't match, didn't match, mismatch*, cant read, can't read, cannot read, can't
            find, cant find, cannot find, unreadable, illegible, w/o answer, without answer, without an answer, nobody,
            no one, noone, never told, not told, not informed, weren't informed, too *, short staffed, short of staff,
            long queue*, keeps breaking, breaks down, broke, breakdown*, stuck, blocked, crash*, freezes, bug, bugs,
            buggy, offline, not accepted, rejected, rejects, wasted, has to explain, have to explain, had to explain,
            have to repeat, has to repeat, keep changing, keeps changing, changed three times, changed twice, changed
            again, asleep, forgot, forgotten, ignored, ignores, no feedback, no information, chaotic, chaos, messy, a
            mess, sloppy, incomplete, misleading, outdated, inconsistent, fluctuat*, uneven, noisy, deviation*,
            discrepanc*, mix-up, mixed up, swapped, unanswered, unresolved, not resolved, still no, still not, still
            have not, still haven't, still havent, haven't got, haven't received, has not arrived, hasn't arrived,
            doesnt work, dont work, cant reach, can't reach, unreachable, can't get through, overpriced, reprint
            needed, had to redo, redo, stained, contaminat*, foreign bod*, poorly, badly, worse, worst, lousy,
            terrible, awful, horrible, unprofessional, disorgan*, understaffed, undelivered, misdelivered, misrouted,
            lost in transit, held up, customs held, turned away, out again, do not understand, don't understand, dont
            understand, no idea why, never explained, hours before the meeting, hr before the meeting, hour before the
            meeting, minutes before the meeting, was left, were left, off colour, cast on, tasted off, taste off, only
            in german, only in english, sit for days, for days, out of date, time out, times out, timed out, run out,
            runs out, drop out, drops out, dead spots, differ, differs, keeps dropping, every few weeks, different
            people, queue, scratches, warped, corroded, sticky, blurred, blurry, smudged, misprint*, typo*, misspelled,
            mislabelled, mislabeled, loose, unstable, vibrat*, overheats, overheated, squeaks, sagging, brittle, mushy,
            soggy, stale, burnt, undercooked, overcooked, lukewarm, unlabelled, unlabeled, duplicates, duplicate
            invoice*, wrong size, wrong colour, wrong address, wrong price, short delivery, part delivery, partial
            delivery, backorder*, back order*, back-ordered, lead time too, too far, cancelled at short notice, turned
            up late, showed up late, arrived late, came late, hours late, days late, weeks late, no invoice, no
            confirmation, no update*, no callback, no call back, no explanation, no warning, without warning, without
            notice, at the last minute, last-minute, voicemail, goes to voicemail, put on hold, on hold for, passed
            around, passed from, sent around in circles, has to repeat, asked three times, asked twice, hang up, hung
            up, arrogant, dismissive, lazy, unqualified, inexperienced, untrained, did not know, no clue, lost our,
            lost the paperwork, misplaced, vanished, disappeared, deleted, corrupted, wiped, hacked, insecure, spam,
            timeouts, lagging, laggy, glitch*, error message*, login fails, cannot log in, can't log in, cant log in,
            locked out, does not sync, doesn't sync, doesnt sync, duplicated, miscalculated, miscounted,
            miscommunication, misunderstanding*, misunderstood, disagree*, dispute*, overtime because, extra work,
            manual work, by hand because, workaround*, patchy, spotty, erratic, unpredictable, uncertain, nervous,
            anxious, sceptical, skeptical, impatient, losing patience, lost patience
        """,
        3: """
            line stop*, line was down, line down, production stopped, production stood still, plant stopped, outage,
            penalt*, lost money, cost them, costs them, overcharged, double charged, double billed, charged twice,
            escalat*, furious, angry, lost face, embarrass*, unacceptable, lost a customer, lost an order, fed up,
            plant called, downtime, had to dump, dumped, scrapped, written off, write off, write-off, lost a shift,
            lost a day, lost a week, lost hours, lost production, lost sales, lost a day's, stopped the line,
            production loss, down for, nobody called back, no one called back, overbilled, billed twice, invoiced
            twice, legal dept, fined, chargeback*, waste of time, shut down, evacuat*, stood idle, ran out of, annoyed,
            hrs down, down * hrs, down * hours, down * days, k scrap, too high, upset, embarrassed, lost trust, losing
            trust, complaint letter, recalled, write-offs, customer complained, end customer, penalised, fined us, lost
            revenue, lost orders, cost us a, contract penalty, missed the launch, missed the deadline, missed deadline,
            launch delayed, shutdown, stopped working, standstill, at a standstill, stoppage*, outages, data loss, lost
            data, breach, board is asking, ceo is asking, escalation, humiliat*, disaster, nightmare
        """,
        4: """
            may leave, might leave, will leave, want to leave, thinking of leaving, looking at other suppliers, looking
            elsewhere, go elsewhere, looking for alternatives, tender, out to tender, second source, terminate, cancel
            the contract, cancel our contract, end the contract, injur*, hurt, accident, recall, lawyer*, legal action,
            safety risk, unsafe, switch supplier*, switching supplier*, leaving us, last chance, number of suppliers,
            number of vendors, fewer suppliers, fewer vendors, one supplier less, broke in use, reported it to,
            authorit*, burned, burnt himself, hospitalised, hospitalized, last time they, won't renew, wont renew, will
            not renew, not renewing, give notice, gave notice, moving to another, replace us, cancel everything, pull
            out, pulling out, walk away from, replace you, replacing us, phase us out, reconsider us, review all
            suppliers, reduce suppliers, suing, ambulance, electric shock, explosion, poison*, hospital after,
            ultimatum
        """,
    },
    raising="""
        again, once more, twice, third time, fourth time, second time, repeated, repeatedly, every month, every week,
        keeps happening, still not, for months, three times, 3 times, four times, 4 times, 3x, every day, always, fifth
        time, keeps, constantly, all the time
    """,
    strong={
        Marker.NOTE: """
            is off, off until, on holiday, on vacation, on leave, parental leave, maternity leave, sabbatical, fiscal
            year, financial year, budget year, out of office, on the road, weather, tour of, walked through, order
            intake, order book, call centre, call center, small talk, studied, kids, sqm, sq m, family group, around
            the clock, turnover, came from, comes from, new in the role
        """,
        Marker.GOING_RIGHT: """
            happy with, very happy, pleased, delighted, satisfied, works well, working well, runs well, running well,
            went well, going well, runs smoothly, running smoothly, went smoothly, smooth*, great job, good job, well
            done, excellent, praised, praises, praise for, compliment*, thanked us, thank us, thanks for, grateful,
            love, loves, love the, likes the, like the, best supplier, much better, better than before, improved, no
            complaints, no issues, no problems, no problem, without trouble, without problems, without a problem, no
            trouble, no longer late, ahead of schedule, saves them, saves, saved them, on time every time, always on
            time, impressed, faster than, fewer errors, no more errors, no damage, solved, fixed quickly, painless*,
            seamless*, without a hitch, no hitch*, spot on, superb, brilliant, fantastic, great, perfect, perfectly, is
            a star, are stars, flawless*, no damages, zero damage*, zero defects, zero complaints, zero errors, does
            what it should, paid for itself, paid off, pays off, pays for itself, used every day, is a hit, big hit,
            like a charm, appreciat*, recommend us, would recommend, recommended us, proud of, as permanent, above
            target, beat the target, hit the target, best ever, yield up, more stable, more reliable, easier than, way
            better, far better, a lot better, super quick, super fast, full marks, top marks, thumbs up, kudos, lovely,
            responsive, trust us, trusts us, halved, by half, no claims, less scrap, less waste, fewer claims, fewer
            calls, not one complaint, not a single complaint, relieved, enjoyed, exceeded, loved, helped them, helped a
            lot, finally, rates doubled, within the hour, of 5 in, amazing, outstanding, exceptional, thrilled, over
            the moon, couldn't be happier, could not be happier, very pleased, so much better, big improvement, great
            improvement, noticeably better, noticeably faster, runs like clockwork, like clockwork, no downtime, no
            breakdowns, no returns, no rejects, no delays, no stockouts, no backlog, right first time, first time
            right, ahead of plan, under budget, below budget, saved a day, saved hours, saves time, saves money, cut
            costs, lower costs, less overtime, easy to use, user friendly, intuitive, quick to answer, always
            reachable, always friendly, helpful team, goes the extra mile, went the extra mile, bent over backwards,
            above and beyond, keep it up, nothing to complain, nothing to moan, couldn't fault, cannot fault, word of
            mouth, reference customer, happy to be a reference, trusts our, gold standard, benchmark for, a pleasure,
            good feedback, positive feedback, great feedback
        """,
        Marker.OUR_PROMISE: "get from us, gets from us, receive from us, we promised, we owe them",
        Marker.DECISION: """
            agreed, we agree, decided, decision, it was decided, settled, approved, signed off, go ahead, goes ahead,
            we go with, going with, we stay with, stays with, chose, chosen, gave the go, will be piloted, confirmed
            that, deal done, resolved to, stays at, stays as, stay with, stay on, remains at, remains the same,
            unchanged, no change, extended by, extended for, extended until, extended till, prolonged, switch to,
            switching to, postponed to, postponed until, brought forward, green light, greenlight*, ok to, ok for,
            okayed, will no longer, replaced by, in favour of, opted for, opt for, accepted, awarded, both agree, fixed
            at, capped at, set at, contract signed, have signed, ends *1 dec, from q1, from q2, from q3, from q4, keep
            the, we keep, we drop, drop the, phase out, phased out, discontinue*, won't do, approved by, goes up to, go
            up to, keep * till, keep * until, no longer, mutually agreed, shook hands, handshake on, final decision,
            final answer, made up their mind, given the nod, got the nod, given the ok, board approved, management
            approved, budget approved, approved the, ratified, settled at, fixed price, locked in, rolled over, renewed
            for, renew for, renewed until, terms stay, prices stay, price stays, price frozen, frozen until, kick-off
            on, cut-over on, cutover on, we stop, they stop the, will not pursue, not going ahead, shelved, put off
            until, parked until
        """,
        Marker.OPPORTUNITY: """
            interested in, interest in, would buy, want to buy, wants to buy, could buy, might buy, want a quote, wants
            a quote, want an offer, wants an offer, asked for a quote, asked for an offer, asks for a quote, ask for a
            quote, ask for an offer, quote for, offer for, upsell, cross-sell, budget for, has budget, second plant,
            second site, open a site, opening a, expand*, extend to, roll out, rollout, pilot for, potential for,
            potential of, could take, would take, more volume, room for, want to try, wants to try, trial of our, want
            samples, wants samples, like samples, want a trial, want a demo, wants a demo, like a demo, want to see,
            wants to see, like to see, like to try, would like us to, want us to, wants us to, asked us to quote, could
            be ours, something for us, might move, could move, would move, thinking about, thinking of adding,
            considering, are looking for, is looking for, new production line, new * line, new * plant, new * site,
            contract ends, contract expires, contract runs out, up for renewal, coming up for, comes up, budget left,
            have budget, buy elsewhere, buy on their own, not yet with us, also need, also needs, also want, also
            wants, would also like, they'd like, could imagine, open to, curious about, keen on, keen to, planning a,
            plan a, plans a, building a new, need a partner, acquired, taking over, ramp up, ramping up, double the
            volume, second shift from, could use more, more lines, more sites, also for the, for their other, for the
            other sites, sister company, sister plant, want solar, do we also offer, if we also, contract ends, has no
            agency, none yet, no * cover yet, plan a, want to extend, wants to extend, looking to add, looking to
            expand, looking to replace, look for a new, wish they had, if only you, would pay for, willing to pay,
            ready to order, second location, third site, third plant, opens next, opening next, tripling, double
            capacity, doubling capacity, more capacity, new product line, new range, launching a, launch a new, new
            building, relocating to, merger with, takeover of, recommend us to, introduce us to other, could roll out,
            scale up, bigger contract, multi-year, long-term contract, asked about our, asked what else, what else we,
            didn't know we, did not know we, also interested, very interested, cross selling, leads for
        """,
        Marker.ONLY_ME: """
            between us, off the record, confidential*, keep to myself, do not mention, don't mention, don't tell, not
            to mention, careful with, be careful, my impression, my feeling, my gut, gut feeling, i think he, i think
            she, seems to me, private*, rumour*, rumor*, gossip, tread carefully, tired of, do not raise, don't raise,
            our margin, margin on, margin of, margin is, our cost, our floor, do not go lower, don't go lower, lowest
            price we, walk away at, internal only, internally, dont tell, do not tell, keep quiet, keep to yourself,
            keep this to, not for their ears, tread lightly, under pressure, can't stand, cant stand, cannot stand,
            hate each other, hates, dont mention, don't say, dont say, they don't know, they dont know, between you and
            me, i suspect, i guess, i bet, my guess, feels like, seems tired, seems frustrated, smells like, our limit,
            floor on, floor price, real reason, secretly, note to self, burnt out, burned out, no love lost, power
            struggle, may be fired, might be fired, being let go, on his way out, on her way out, another job, new job,
            our bottom line, we could go down to, we can go down to, could go as low as, insecure, big ego, never say,
            never mention, never tell, not for their, would rather build, could be sold, between ourselves, not for the
            minutes, off record, strictly confidential, hush hush, sworn to secrecy, told me in confidence, in
            confidence, heard through the grapevine, word is, i have a feeling, i get the feeling, i sense, i don't
            trust, i dont trust, i doubt, watch out for, beware of, be nice to, avoid the topic, avoid talking, steer
            clear, sore point, touchy, hidden agenda, does not get on with, doesn't get on with, doesnt get on with,
            jealous of, divorced, pregnant, burnout, about to quit, wants out, is leaving but, our cost price, our
            purchase price, we make 1*, we make 2*, we make 3*, we could drop to, walk-away price
        """,
        Marker.RIVAL: """
            competitor*, competing offer, rival*, other supplier offers, cheaper offer from, another supplier, other
            vendor, competing quote, quoted them, quoted * less, quoted * cheaper, offered them, other bidder*,
            bidder*, from another utility, from another supplier, from another provider, from another agency, from
            another carrier, from another vendor, from another broker, from another company, other provider, another
            provider, also testing, also talking to, also talk to, in talks with, walked the site, visited them,
            competing, previous supplier, incumbent, up against, in the other building, second supplier is, also buy
            from, also buys from, also source from, also get quotes, also use, dual source* with, cheaper elsewhere,
            pitch against, pitches against, is pushing, was cheaper, is cheaper, are cheaper, cheaper than ours, quote
            from another, offer from another, approached by, being courted by, wooed by, other suppliers are, others
            offer, others charge, alternative supplier, alternative vendor, alternative provider, benchmarking us,
            second quote, third quote, comparing us with, compared us with, compares us with, versus us, our
            competition, the competition, switched part to, split the volume with, shares the volume with, also on the
            shortlist, also bidding, also pitching
        """,
        Marker.FOLLOW_UP: """
            to do, todo, action item, action:, need to, needs to, must, have to send, follow up, follow-up, remember
            to, don't forget, remind me, we should, i should, should we get, action point, next step:, next step is,
            to-do, reminder:, remember:, asap, pls, please
        """,
        Marker.QUESTION: """
            open question, unclear whether, unclear if, not clear whether, not clear if, to be clarified, want to know,
            wants to know, asked why, asked whether, asked if, asks why, asks whether, asks if, wonder*, question
            about, question:, tbc, not clear *, unclear who, unclear what, unclear how, unclear where, not sure if, not
            sure whether, don't know if, dont know if, do not know if, question is, tbd, open:, open point, any idea,
            any news on, any chance, is there a way, would it be possible, wants us to explain, asked how, asked when,
            asked what, asked who, asked where, asks how, asks when, asks what, curious whether, don't understand why,
            to check whether
        """,
    },
    plain={
        Marker.QUOTE: """
            he said:, she said:, they said:, said:, says:, his words:, her words:, word for word, verbatim, quote:
        """,
        Marker.GOING_RIGHT: """
            good, better, fine, helpful, reliable, on time, fast, like working with, glad, quick, quickly, quicker
        """,
        Marker.OPPORTUNITY: """
            opportunity, extra volume, additional, growth, more of, new plant, new line, new site, new warehouse, new
            hall, new factory, new branch, new store*, new office
        """,
        Marker.DECISION: """
            from now on, as of now, trial starts, starts on, no change to, instead of, no more, signed, final, for
            good, ends 31, ends 30, starts 1, as of
        """,
        Marker.ONLY_ME: "personally, mood, politics, looking for a new job, moving on, he may not stay",
        Marker.RIVAL: "under us, cheaper than us, below our price, undercut*, better price",
    },
    weak={
        Marker.DECISION: "moved to",
        Marker.OUR_PROMISE: """
            from us, by us, on us, at our expense, at our cost, free of charge, for free, on our side, on the house,
            from our side, on our account
        """,
        Marker.CONCERN: "but, not, down, lost, chase, risk*, only, quality, claim*, stock-out, stuck, price increase",
        Marker.FOLLOW_UP: "asap, urgent, urgently",
        Marker.OPPORTUNITY: "interested, second shift, plan to, plans to, budget, next year",
    },
    asking="""
        why, what, who, when, where, how, which, can we, can they, could we, could they, do we, do they, does, did, is
        it, is there, are there, are we, are they, should we, will they, will we, whose, whether, am i, was it, has it,
        has anyone, who's, what's, how's, to whom, for whom, from which, to which, by when, until when, for which, in
        which, at which, with whom, what if
    """,
    we="we, i, we'll, i'll, our team, our side, ourselves",
    they="""
        they, he, she, they'll, he'll, she'll, customer, the customer, client, plant, the plant, purchasing, buyer,
        their team, their it, planning, logistics, cfo, ceo, coo, cto, cio, legal, hr, qa, procurement, management,
        pharmacy, engineering, accounting, works council, both
    """,
    conditions="if, whether, when, once, unless, why, that",
    promises="""
        will, shall, send*, provide*, deliver*, name, names, share*, give*, gives, prepare*, check*, confirm*, review*,
        get back, gets back, come back, comes back, call*, organise*, organize*, arrange*, book*, set up, sets up, pay,
        pays, sign*, test*, return*, update*, draft*, write*, propose*, suggest*, invite*, nominate*, introduce*,
        replace*, fix, fixes, install*, forward*, let us know, lets us know, clarify, clarifies, look into, looks into,
        make*, bring*, collect*, refund*, credit*, to send, to provide, to name, to confirm, promise*, upload*, clean
        up, cleans up, lets us, let us have, gets us, get us, takes back, take back, gives us, open up, hand over,
        hands over, pick up, picks up, go through, goes through, report back, reports back, walk*, show*, put together,
        puts together, exchange*, repeat*, swap*, ship*, supply, supplies, add, adds, assign*, name us, talk to, talks
        to, speak to, speaks to, ask, asks the, find, finds out, hold a slot, free up, remove*, extend*, submit*, fill
        in, fills in, complete*, sort out, sorts out, take care, takes care, come out, comes out, cover, train*, order
        the, put a, put in, to sign off, to check, to send us, to get back, get them, get him, get her, take over,
        deliver*
    """,
    tasks="""
        send, call, ring, book, check, ask, prepare, draft, write, arrange, organise, organize, schedule, set up,
        invite, find, find out, get, clarify, order, forward, share, update, review, confirm, talk to, speak to, meet,
        email, mail, quote, chase, follow up, look into, investigate, fix, add, create, remind, plan, visit, collect,
        bring, compare, calculate, discuss, submit, order, introduce, tell, let, offer, train, pass, put, make,
        simulate, run, measure, prep, negotiate, translate, print, upload, download, log, raise, open, cancel, block,
        estimate, request, hand over, double-check, double check, resend, re-send, ship, look up, look at, look for,
        speak with, talk with, sit down with, catch up with, come back to, get back to, reply to, answer, define, note
        down, sign, scan, swap, block off, make sure, ensure, escalate, reach out, touch base, write up, work out,
        check if, check whether, try to, nudge, ping, consult, inform, thank, congratulate, compile
    """,
    grammar=grammars.ENGLISH,
)
