"""What is kept of looks and guesses, why, and until when."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.privacy.guesses import sweep_guesses
from yimen.privacy.reading import forget_reading
from yimen.privacy.sendings import sweep_sendings

_LOOK = Field(
    "to show the resident who looked at their case, and why",
    "the resident's right to know (PIPL art. 44)",
    "the resident",
    "for good, like the journal: it names a case, a post and a purpose, and no resident",
)
_GUESS = Field(
    "to stop somebody from guessing receipts",
    "the security of residents' data (PIPL art. 51)",
    "nobody; the program",
    "two days",
)
_MANY = Field(
    "to notice when somebody reads far more than their work needs",
    "the security of residents' data (PIPL art. 51)",
    "the supervisors of that office; administrators",
    "one year",
)
_SENDING = Field(
    "to stop a program from filling the lists",
    "the duty to keep the service working (PIPL art. 51)",
    "nobody; the program",
    "two days",
)

INVENTORY: Inventory = {
    "privacy.Look": alike("id subject at post office role purpose stood_in", _LOOK),
    "privacy.Guess": alike("id address hour count", _GUESS),
    "privacy.ManyLooks": alike("id hour post office cases", _MANY),
    "privacy.Sending": alike("id address hour count", _SENDING),
}

RULES: list[Rule] = [
    Rule("privacy.guesses", "Counts of wrong receipts are removed after two days.", sweep_guesses),
    Rule("privacy.reading", "Hours of unusual reading are removed after one year.", forget_reading),
    Rule(
        "privacy.sendings",
        "Counts of new cases and of numbers taken, by connection, are removed after two days.",
        sweep_sendings,
    ),
]
