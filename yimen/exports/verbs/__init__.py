"""What can happen to an export."""

from yimen.exports.verbs.agree import agree_export
from yimen.exports.verbs.ask import Wish, ask_export
from yimen.exports.verbs.refuse import refuse_export
from yimen.exports.verbs.take import take_export

__all__ = ["Wish", "agree_export", "ask_export", "refuse_export", "take_export"]
