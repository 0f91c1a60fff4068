"""Call-backs (回访): asking by telephone those who left a number and have not rated the answer."""
