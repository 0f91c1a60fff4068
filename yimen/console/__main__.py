"""``python -m yimen.console``: the yimen command of a checkout."""

from yimen.console.main import yimen

yimen(prog_name="yimen")
