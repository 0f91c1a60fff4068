"""How a mediation is told: one word per code. The texts on law are drafts, unchecked by a lawyer."""

from django.utils.translation import gettext_noop as _

from yimen.mediation.agreements.rules import Kept, Unconfirmable
from yimen.mediation.committees.rules import Engaged, Level, Why
from yimen.mediation.companions.rules import Joined, Role
from yimen.mediation.endings import Ending, Route
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rules import Kind, Screened, Source, Standing, State, Turn
from yimen.mediation.sittings.rules import Form, Offered, Planned

KINDS = {
    Kind.FAMILY: _("Marriage and family"),
    Kind.NEIGHBOURS: _("Neighbours"),
    Kind.HOUSING: _("House and homestead"),
    Kind.CONTRACT: _("A contract"),
    Kind.BUSINESS: _("Production and business"),
    Kind.DAMAGES: _("Damage"),
    Kind.LAND: _("Forest, land and pasture boundaries"),
    Kind.REQUISITION: _("Land that was requisitioned"),
    Kind.ENVIRONMENT: _("Environment"),
    Kind.LABOUR: _("Work and wages"),
    Kind.CONSUMER: _("Something that was bought"),
    Kind.MEDICAL: _("Medical treatment"),
    Kind.TRAFFIC: _("A traffic accident"),
    Kind.PROPERTY: _("Property service"),
    Kind.TOURISM: _("Tourism"),
    Kind.IDEAS: _("Patents, marks, copyright"),
    Kind.INTERNET: _("Something on the internet"),
    Kind.OTHER: _("Something else"),
}
SOURCES = {
    Source.APPLICATION: _("by application"),
    Source.OFFER: _("by an offer of the committee"),
    Source.REFERRAL: _("from a case at the service desk"),
}
STATES = {
    State.APPLIED: _("The committee names a mediator"),
    State.NAMED: _("A mediator was named"),
    State.INTAKE: _("The mediator hears each side alone"),
    State.INVITING: _("The other side was invited"),
    State.CHOOSING: _("Is this mediator right for you?"),
    State.OPEN: _("Under way"),
    State.SIGNING: _("To be signed"),
    State.AGREED: _("Agreed"),
    State.ENDED: _("Ended"),
}
TURNS = {
    Turn.COMMITTEE: _("The committee’s turn"),
    Turn.MEDIATOR: _("The mediator’s turn"),
    Turn.SIDES: _("The two sides’ turn"),
    Turn.NOBODY: _("Nothing to do"),
}
STANDINGS = {
    Standing.NAMED: _("not asked yet"),
    Standing.INVITED: _("invited"),
    Standing.LATER: _("asks for time to answer"),
    Standing.IN: _("takes part"),
    Standing.OUT: _("does not take part"),
}
ENDINGS = {
    Ending.REFUSED: _("One side does not want to mediate. That is its right."),
    Ending.NO_ANSWER: _("Whoever was invited has not answered."),
    Ending.LEFT: _("One side has left. That is its right."),
    Ending.UNSUITABLE: _("There is no agreement."),
    Ending.NOT_AGREED: _("There is no agreement."),
    Ending.TIME_OVER: _("The time was over, and not all wanted more."),
    Ending.PERFORMED: _("What was agreed has been done."),
    Ending.PARTLY: _("What was agreed has been done in part."),
    Ending.NOT_PERFORMED: _("What was agreed has not been done."),
}
ROUTES = {
    Route.COURT: _("A court: you can sue at any time. What was only offered here counts for nothing there."),
    Route.ARBITRATION: _("Labour arbitration: for wages and work it comes before the court."),
    Route.AUTHORITY: _("The office whose duty the matter is: bring it to the service desk."),
    Route.LEGAL_AID: _("Legal aid and advice, free of charge: telephone 12348."),
    Route.PROTECTION: _("If somebody is in danger: call 110. A court can order protection, also at night."),
    Route.CONFIRMATION: _("Within 30 days both sides together can ask the court to confirm the agreement."),
}
SCREENED = {
    Screened.SUITABLE: _("Comes freely, is safe, understands"),
    Screened.NEEDS_SOMEBODY: _("Needs somebody with them first (a guardian, an interpreter, a person they trust)"),
    Screened.UNSUITABLE: _("Is not free or not safe: no mediation"),
}
SAID = {
    Said.CLAIM: _("What you wrote"),
    Said.REACH: _("How the other side can be reached"),
    Said.WISH: _("About the mediator"),
    Said.MESSAGE: _("Message"),
    Said.CAUCUS: _("Talked about alone"),
    Said.MINE: _("Own note"),
    Said.SCREEN: _("Heard alone"),
    Said.SUMMARY: _("What it is about"),
    Said.DISCLOSURE: _("The mediator says of themselves"),
    Said.RECORD: _("Record of a session"),
    Said.FACTS: _("What all accept as so"),
}
FORMS = {Form.IN_PERSON: _("in person"), Form.VIDEO: _("by video"), Form.MIXED: _("in person and by video")}
PLANNED = {Planned.PLANNED: _("planned"), Planned.HELD: _("has been held"), Planned.CANCELLED: _("called off")}
OFFERED = {Offered.OPEN: _("open"), Offered.ACCEPTED: _("accepted by all"), Offered.DECLINED: _("declined")}
KEPT = {Kept.PERFORMED: _("done"), Kept.PARTLY: _("done in part"), Kept.NOT: _("not done")}
LEVELS = {
    Level.TOWN: _("Town"),
    Level.TOWNSHIP: _("Township"),
    Level.VILLAGE: _("Village"),
    Level.TRADE: _("Trade"),
}
PROPOSED = {
    Why.NEAREST: _("For your area"),
    Why.SERVES: _("Serves your area too"),
    Why.TYPE: _("For this type of dispute"),
}
ENGAGED = {Engaged.MEMBER: _("elected member"), Engaged.ENGAGED: _("engaged mediator")}
UNCONFIRMABLE = {
    Unconfirmable.STATUS: _("A court does not confirm clauses on marriage, parentage or adoption."),
    Unconfirmable.TITLE: _("A court does not confirm clauses on who owns a house or land."),
    Unconfirmable.IDEAS: _("A court does not confirm clauses on who owns a patent, a mark or a copyright."),
}
ROLES = {
    Role.GUARDIAN: _("guardian"),
    Role.REPRESENTATIVE: _("representative"),
    Role.SUPPORTER: _("supporter"),
    Role.EXPERT: _("expert"),
    Role.INTERPRETER: _("interpreter"),
}
#: The same where a side chooses, with what follows from it.
CHOOSING = {
    Role.GUARDIAN: _("Guardian: acts for a child, or for somebody who can’t decide alone, in everything"),
    Role.REPRESENTATIVE: _("Representative: speaks and proposes for me, and reads what I read"),
    Role.SUPPORTER: _("Supporter: a relative, neighbour or friend. The other side is asked first"),
    Role.EXPERT: _("Expert: knows the matter. The other side is asked first"),
    Role.INTERPRETER: _("Interpreter: says in my language what is said"),
}
JOINED = {
    Joined.NAMED: _("has not come yet"),
    Joined.IN: _("takes part"),
    Joined.OUT: _("does not take part"),
}
#: Read out and confirmed before anything is signed (人民调解法 art. 3, 4, 23, 24; in our words, a draft).
RIGHTS = (
    _("Mediation is voluntary and free of charge. You may stop at any time, without a reason."),
    _("You may choose a mediator or ask for another one."),
    _("You may ask that others are there, or that they are not. Nobody joins without your consent."),
    _("You say freely what you want, and agree only to what you want."),
    _("A court, arbitration and every office stay open to you, during and after it."),
    _("What you offer here proves nothing elsewhere. Only what all accept as so may count."),
)
DUTIES = (
    _("Say truthfully what happened."),
    _("Let the others speak, and respect the mediator."),
    _("Keep to what you have signed."),
)
#: What is told at the start: the mediator is a person with duties, and nothing of this is automated.
EXCEPTION = _("All of it stays between you. Only if a life or a child is in danger, the mediator must act.")
