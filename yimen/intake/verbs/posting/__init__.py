"""What the mail room does with letters that leave on paper."""

from yimen.intake.verbs.posting.post import post_letter
from yimen.intake.verbs.posting.print import print_letter

__all__ = ["post_letter", "print_letter"]
