"""Several at one case: offices that give their part, advisers that are asked, persons that stand aside."""
