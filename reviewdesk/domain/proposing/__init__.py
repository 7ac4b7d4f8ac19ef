"""Proposes from the notes of a meeting what its summary may say first: three sentences, and three things heard.

Words are taken from the notes and weighed by what they tell; nothing is made up, and nothing is ever filled in.
"""

from reviewdesk.domain.proposing.candidates import Candidate, candidates
from reviewdesk.domain.proposing.choosing import Proposals, propose

__all__ = ["Candidate", "Proposals", "candidates", "propose"]
