"""The channels of the town: web, mail, what a clerk takes in (visit, telephone, paper), and an older system's table.

A new channel is a folder copied from the last one. It turns what came into a ``Submission`` and ends in
``submit_case`` (or, for many old cases at once, ``take_over_cases``). One by which things come in as bytes that must
not be lost has a line here: what came is written down at once, and the worker makes a case of it.
"""

from yimen.intake.channels import mail, phone, sms
from yimen.intake.reading import Inlet

INLETS: dict[str, Inlet] = {
    "mail": mail.INLET,
    "phone": phone.INLET,
    "sms": sms.INLET,
}
