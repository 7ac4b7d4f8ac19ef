"""What the heads of tables say in the summary for our side, which is written in English."""

from typing import Final

OUR_PHRASES: Final = {
    "factor": "Factor",
    "points": "Points",
    "of 100": "of 100",
    "weight": "Weight",
    "why": "Why",
    "their words": "In their words",
    "severity": "Severity",
    "about": "About",
    "importance": "Importance",
    "how well": "How well",
    "gap": "Gap",
    "answered on": "Answered",
    "person": "Person",
    "part": "Part played",
    "stance": "Stance",
    "influence": "Influence",
    "cares about": "Cares about",
    "opportunity": "Opportunity",
    "about how much": "About how much",
    "next step": "Next step",
    "noted": "Noted",
    "kind": "What",
    "words": "Words",
    "who": "Who",
}
