"""What can happen to the texts that offices keep."""

from yimen.knowledge.verbs.change_text import change_text
from yimen.knowledge.verbs.publish_text import publish_text
from yimen.knowledge.verbs.retire_text import retire_text
from yimen.knowledge.verbs.write_text import Draft, write_text

__all__ = ["Draft", "change_text", "publish_text", "retire_text", "write_text"]
