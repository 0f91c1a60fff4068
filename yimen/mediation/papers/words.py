"""The fixed words of the papers, translated into each language that a paper is in. Drafts, seen by no lawyer."""

from django.utils.translation import gettext_noop as _

from yimen.mediation.counted.rules import Amount, Form
from yimen.mediation.court.rules import Court
from yimen.mediation.papers.rules import Sheet

TITLES = {
    Sheet.COVER: _("Cover of a mediation file"),
    Sheet.APPLICATION: _("Application for mediation"),
    Sheet.REGISTER: _("Register form of a mediation"),
    Sheet.RIGHTS: _("Notice of rights and duties"),
    Sheet.SESSION: _("Record of a session"),
    Sheet.AGREEMENT: _("Mediation agreement"),
    Sheet.FOLLOW_UP: _("Follow-up record"),
    Sheet.CLOSING: _("Closing report"),
    Sheet.CONFIRMATION: _("Application to confirm a mediation agreement"),
    Sheet.PROOF: _("Statement that a dispute was mediated"),
    Sheet.COURT: _("All that the court needs"),
}
ORAL, ALONE = _("Register of an oral agreement"), _("Record of a talk with one side")
AMOUNTS = {
    Amount.NONE: _("It is not about money"),
    Amount.TO_1000: _("up to 1,000"),
    Amount.TO_10000: _("up to 10,000"),
    Amount.TO_50000: _("up to 50,000"),
    Amount.TO_200000: _("up to 200,000"),
    Amount.MORE: _("more than 200,000"),
}
AGREED_AS = {Form.WRITTEN: _("as a written text"), Form.ORAL: _("oral, with a register")}
COURTS = {
    Court.ASKED: _("The court was asked to confirm it"),
    Court.CONFIRMED: _("The court has confirmed it"),
    Court.REFUSED: _("The court has not confirmed it"),
}

COMES_AS = _("With side %(number)s, as %(role)s")
NUMBER, KIND, SOURCE, MEDIATOR = _("Number"), _("Type of dispute"), _("How it began"), _("Mediator")
SIDE = _("Side %(number)s")
BEGAN, AGREED_ON, ENDED_ON = _("Received on"), _("Agreed on"), _("Ended on")
MONEY, AGREED_FORM, RESULT = _("Money it is about"), _("Form of the agreement"), _("Result")
APPLICANT, OTHER = _("Applicant"), _("Other side")
CLAIM, WISH, SUMMARY = _("What happened, and what is asked"), _("About the mediator"), _("What it is about")
RIGHTS, DUTIES, SAID_BEFORE = _("Your rights"), _("Your duties"), _("What stays between you")
KNOWS = _("has heard and understood this")
WHEN, WHERE, HOW_HELD, WITH = _("When"), _("Where"), _("How"), _("Who was there")
OFFERED = _("What was said and offered")
OFFERED_NOTE = _("It was said to find an agreement, and proves nothing elsewhere.")
ACCEPTED = _("What all accept as so")
ACCEPTED_NOTE = _("Only this part may count elsewhere.")
NOTHING = _("Nothing was noted.")
FACTS, TERMS = _("Main facts, and what was disputed"), _("What was agreed, and who answers for what")
PROMISES = _("Who does what by when")
NO, WHO, WHAT, HOW, BY, IF_NOT = _("No."), _("Who"), _("What is promised"), _("How"), _("By when"), _("If not")
HASH = _("Hash of the exact text (SHA-256)")
IN_FORCE = _("In force since")
NOT_IN_FORCE = _("Not in force yet: not all have signed.")
IN_PLACE = _("signed on screen by the guardian or representative")
ON_SCREEN, ON_PAPER, SEALED = _("signed on screen"), _("signed on paper"), _("sealed by the committee")
KEPT, ASKED_ON, NOT_YET = _("Done?"), _("Asked on"), _("not asked yet")
ROUTES = _("Other roads that stay open")
ASK = _("What we ask")
ASK_TEXT = _("We ask the court to confirm that the mediation agreement %(number)s of %(day)s is valid.")
REASONS = _("Why")
REASONS_TEXT = _(
    "We had a dispute. %(committee)s mediated it, and we came to the agreement that is attached. We made it of our own"
    " free will, to settle the dispute. We did not make it to deceive anybody or to get around a law. If it harms"
    " somebody else, we answer for that."
)
TO_COURT, COURT_LINE = _("To the court"), "＿＿＿＿＿＿＿＿＿＿＿＿"
ATTACHED = _("Attached")
ATTACHED_TEXT = _("The agreement, and the committee’s statement that it mediated.")
BY_HAND = _("If the court asks for more about you, write it by hand: this desk does not know it and does not keep it.")
PROOF_TEXT = _(
    "%(committee)s mediated this dispute under the number %(number)s, from %(began)s to %(agreed)s. The sides came to"
    " the agreement of their own free will. It is in force since %(agreed)s."
)
SEAL = _("Place for the seal of the committee. This file itself is neither signed nor sealed electronically.")
SIGN_HERE = _("Name and day")
DRAFT = _("The Tibetan words on this paper are a draft and wait for a native reviewer.")
