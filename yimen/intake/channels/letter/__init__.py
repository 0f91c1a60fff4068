"""Letters on paper: pages as pictures, in order, straightened and read by a program as a typing aid; a clerk decides.

``pages.py`` makes pictures of what was scanned or photographed, ``working.py`` has them read in the worker, one at a
time, ``seeing.py`` shows them, ``keeping.py`` makes the record. What runs other people's programs over a picture that
somebody else made runs in a process of its own (``children/``), which may die or hang without harm.
"""
