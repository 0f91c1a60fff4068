"""What can happen in a mediation: by a side, the mediator, the committee, the clock."""

from yimen.mediation.verbs.call.ask_into_session import ask_into_session
from yimen.mediation.verbs.call.close_session import close_session
from yimen.mediation.verbs.call.hold_aside import hold_aside
from yimen.mediation.verbs.call.join_session import join_session
from yimen.mediation.verbs.call.let_in_to_session import let_in_to_session
from yimen.mediation.verbs.call.open_session import open_session
from yimen.mediation.verbs.call.show_out_of_session import show_out_of_session
from yimen.mediation.verbs.clock.end_late import end_late_mediation
from yimen.mediation.verbs.clock.remind import remind_of_court
from yimen.mediation.verbs.committee.name_mediator import name_mediator
from yimen.mediation.verbs.committee.open_studio import open_studio
from yimen.mediation.verbs.committee.seal import seal_agreement
from yimen.mediation.verbs.committee.seat_member import Term, seat_ends, seat_member
from yimen.mediation.verbs.committee.set_purview import set_purview
from yimen.mediation.verbs.committee.set_up_committee import CommitteePlan, set_up_committee, set_up_well
from yimen.mediation.verbs.companion.admit_companion import admit_companion
from yimen.mediation.verbs.companion.answer_companion import answer_companion
from yimen.mediation.verbs.companion.bring_companion import Wanted, bring_companion
from yimen.mediation.verbs.companion.dismiss_companion import dismiss_companion
from yimen.mediation.verbs.companion.step_back import step_back
from yimen.mediation.verbs.court.note_court import note_court
from yimen.mediation.verbs.court.note_cover import note_cover
from yimen.mediation.verbs.files.show_file import show_files
from yimen.mediation.verbs.files.take_back_file import take_back_file
from yimen.mediation.verbs.mediator.accept_naming import accept_naming
from yimen.mediation.verbs.mediator.decline_naming import decline_naming
from yimen.mediation.verbs.mediator.draft import draft_agreement
from yimen.mediation.verbs.mediator.end import end_without_agreement
from yimen.mediation.verbs.mediator.follow_up import follow_to_the_end, follow_up
from yimen.mediation.verbs.mediator.hold import hold_sitting
from yimen.mediation.verbs.mediator.invite import invite_sides
from yimen.mediation.verbs.mediator.note import note_for_oneself, note_to_all, note_to_side
from yimen.mediation.verbs.mediator.offer import Offering, offer_to_mediate
from yimen.mediation.verbs.mediator.put_to_signing import put_to_signing
from yimen.mediation.verbs.mediator.schedule import Plan, cancel_sitting, schedule_sitting
from yimen.mediation.verbs.mediator.screen import screen_side
from yimen.mediation.verbs.mediator.sign_paper import sign_paper
from yimen.mediation.verbs.side.answer_invitation import (
    answer_invitation_later,
    answer_invitation_no,
    answer_invitation_yes,
)
from yimen.mediation.verbs.side.answer_proposal import answer_proposal
from yimen.mediation.verbs.side.apply import Application, Applied, apply_for_mediation
from yimen.mediation.verbs.side.ask_change import ask_change
from yimen.mediation.verbs.side.ask_time import ask_time
from yimen.mediation.verbs.side.choose_mediator import choose_mediator, refuse_mediator
from yimen.mediation.verbs.side.confirm_rights import confirm_rights
from yimen.mediation.verbs.side.leave import leave_mediation
from yimen.mediation.verbs.side.propose import propose_to_all
from yimen.mediation.verbs.side.say import say_privately, say_to_all
from yimen.mediation.verbs.side.sign import sign_agreement
from yimen.mediation.verbs.side.wish_public import wish_public
from yimen.mediation.verbs.time.answer_times import answer_times
from yimen.mediation.verbs.time.fix_time import fix_time
from yimen.mediation.verbs.time.keep_hours import keep_hours
from yimen.mediation.verbs.time.offer_times import Times, offer_times, withdraw_times

__all__ = [
    "Application",
    "Applied",
    "CommitteePlan",
    "Offering",
    "Plan",
    "Term",
    "Times",
    "Wanted",
    "accept_naming",
    "admit_companion",
    "answer_companion",
    "answer_invitation_later",
    "answer_invitation_no",
    "answer_invitation_yes",
    "answer_proposal",
    "answer_times",
    "apply_for_mediation",
    "ask_change",
    "ask_into_session",
    "ask_time",
    "bring_companion",
    "cancel_sitting",
    "choose_mediator",
    "close_session",
    "confirm_rights",
    "decline_naming",
    "dismiss_companion",
    "draft_agreement",
    "end_late_mediation",
    "end_without_agreement",
    "fix_time",
    "follow_to_the_end",
    "follow_up",
    "hold_aside",
    "hold_sitting",
    "invite_sides",
    "join_session",
    "keep_hours",
    "leave_mediation",
    "let_in_to_session",
    "name_mediator",
    "note_court",
    "note_cover",
    "note_for_oneself",
    "note_to_all",
    "note_to_side",
    "offer_times",
    "offer_to_mediate",
    "open_session",
    "open_studio",
    "propose_to_all",
    "put_to_signing",
    "refuse_mediator",
    "remind_of_court",
    "say_privately",
    "say_to_all",
    "schedule_sitting",
    "screen_side",
    "seal_agreement",
    "seat_ends",
    "seat_member",
    "set_purview",
    "set_up_committee",
    "set_up_well",
    "show_files",
    "show_out_of_session",
    "sign_agreement",
    "sign_paper",
    "step_back",
    "take_back_file",
    "wish_public",
    "withdraw_times",
]
