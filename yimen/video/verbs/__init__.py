"""What can happen to a call by video."""

from yimen.video.verbs.ask_for_call import Wish, ask_for_call
from yimen.video.verbs.end_call import end_call
from yimen.video.verbs.hand_over_call import hand_over_call, keep_call
from yimen.video.verbs.invite_guest import invite_guest
from yimen.video.verbs.let_in_guest import let_in_guest
from yimen.video.verbs.prepare_call import prepare_call
from yimen.video.verbs.take_call import take_call
from yimen.video.verbs.take_over_call import take_over_call
from yimen.video.verbs.turn_away_guest import turn_away_guest

__all__ = [
    "Wish",
    "ask_for_call",
    "end_call",
    "hand_over_call",
    "invite_guest",
    "keep_call",
    "let_in_guest",
    "prepare_call",
    "take_call",
    "take_over_call",
    "turn_away_guest",
]
