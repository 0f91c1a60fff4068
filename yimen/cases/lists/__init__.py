"""The lists a desk works from: which there are, what stands in each, its pages and its counts."""

from yimen.cases.lists.counting import COUNTED, countable
from yimen.cases.lists.paging import PAGE, Page, worklist
from yimen.cases.lists.standing import Asked
from yimen.cases.lists.which import Wanted, Which, has_list, lists_of

__all__ = ["COUNTED", "PAGE", "Asked", "Page", "Wanted", "Which", "countable", "has_list", "lists_of", "worklist"]
