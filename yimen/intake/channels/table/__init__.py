"""The table: cases of an older system, from a CSV file and a mapping that says what its columns mean.

``mapping.py`` reads the mapping, ``text.py`` and ``lines.py`` the file, ``rows.py`` makes a row of ours out of a line,
``batches.py`` takes them over, and ``reports.py`` writes down what could not be taken.
"""
