"""What can happen to a case: the product's table of contents."""

from yimen.cases.verbs.clock.close import close_case
from yimen.cases.verbs.clock.leave_review import leave_review
from yimen.cases.verbs.clock.move_due import move_due_case
from yimen.cases.verbs.clock.pass_up import pass_up_review
from yimen.cases.verbs.colleagues.answer_enquiry import answer_enquiry
from yimen.cases.verbs.colleagues.ask_adviser import ask_adviser
from yimen.cases.verbs.colleagues.ask_office import ask_office
from yimen.cases.verbs.colleagues.decide_recusal import decide_recusal
from yimen.cases.verbs.colleagues.decline_enquiry import decline_enquiry
from yimen.cases.verbs.colleagues.note import note_case
from yimen.cases.verbs.colleagues.order_recusal import order_recusal
from yimen.cases.verbs.colleagues.recall_enquiry import recall_enquiry
from yimen.cases.verbs.colleagues.stand_aside import stand_aside
from yimen.cases.verbs.joint.end_helper import end_helper
from yimen.cases.verbs.joint.invite import invite_others
from yimen.cases.verbs.joint.join import Joining, join_case
from yimen.cases.verbs.joint.leave import leave_case
from yimen.cases.verbs.joint.uninvite import uninvite_others
from yimen.cases.verbs.mediation.begin_mediation import begin_mediation
from yimen.cases.verbs.mediation.end_mediation import end_mediation
from yimen.cases.verbs.mediation.offer_mediation import offer_mediation
from yimen.cases.verbs.office.accept import accept_case
from yimen.cases.verbs.office.answer import Answer, answer_case
from yimen.cases.verbs.office.ask import ask_resident
from yimen.cases.verbs.office.ask_for_time import ask_for_time
from yimen.cases.verbs.office.decide import decide_objection
from yimen.cases.verbs.office.extend import extend_case
from yimen.cases.verbs.office.hand_over import hand_over_case
from yimen.cases.verbs.office.mend_kind import mend_kind
from yimen.cases.verbs.office.object import object_to_case
from yimen.cases.verbs.office.rate_told import rate_told_case
from yimen.cases.verbs.office.refer import refer_case
from yimen.cases.verbs.office.sort import sort_case
from yimen.cases.verbs.operator.take_over import OldCase, take_over_cases
from yimen.cases.verbs.resident.add import add_words
from yimen.cases.verbs.resident.ask_review import ask_for_review
from yimen.cases.verbs.resident.erase import erase_case
from yimen.cases.verbs.resident.rate import Judgement, rate_case
from yimen.cases.verbs.resident.reopen import reopen_case
from yimen.cases.verbs.resident.reply import reply_to_question
from yimen.cases.verbs.resident.say_me_too import say_me_too
from yimen.cases.verbs.resident.submit import Receipt, submit_case
from yimen.cases.verbs.resident.wish_recusal import wish_recusal
from yimen.cases.verbs.resident.withdraw import withdraw_case
from yimen.cases.verbs.review.begin_hearing import begin_hearing
from yimen.cases.verbs.review.end_hearing import end_hearing
from yimen.cases.verbs.review.review import review_case
from yimen.cases.verbs.review.send_back import send_back_case
from yimen.cases.verbs.same.link import link_case
from yimen.cases.verbs.same.unlink import unlink_case
from yimen.cases.verbs.supervisor.give_back import give_back_case
from yimen.cases.verbs.supervisor.refuse_time import refuse_time
from yimen.cases.verbs.views.keep_view import keep_view
from yimen.cases.verbs.views.remove_view import remove_view
from yimen.cases.verbs.views.rename_view import rename_view

__all__ = [
    "Answer",
    "Joining",
    "Judgement",
    "OldCase",
    "Receipt",
    "accept_case",
    "add_words",
    "answer_case",
    "answer_enquiry",
    "ask_adviser",
    "ask_for_review",
    "ask_for_time",
    "ask_office",
    "ask_resident",
    "begin_hearing",
    "begin_mediation",
    "close_case",
    "decide_objection",
    "decide_recusal",
    "decline_enquiry",
    "end_hearing",
    "end_helper",
    "end_mediation",
    "erase_case",
    "extend_case",
    "give_back_case",
    "hand_over_case",
    "invite_others",
    "join_case",
    "keep_view",
    "leave_case",
    "leave_review",
    "link_case",
    "mend_kind",
    "move_due_case",
    "note_case",
    "object_to_case",
    "offer_mediation",
    "order_recusal",
    "pass_up_review",
    "rate_case",
    "rate_told_case",
    "recall_enquiry",
    "refer_case",
    "refuse_time",
    "remove_view",
    "rename_view",
    "reopen_case",
    "reply_to_question",
    "review_case",
    "say_me_too",
    "send_back_case",
    "sort_case",
    "stand_aside",
    "submit_case",
    "take_over_cases",
    "uninvite_others",
    "unlink_case",
    "wish_recusal",
    "withdraw_case",
]
