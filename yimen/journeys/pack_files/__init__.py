"""The files of a pack, read and checked; nothing here knows a database.

A pack is a folder of plain data that a town's administrator can open in a spreadsheet: ``pack.toml``, six tables
(CSV, UTF-8), and the letters as text files. Whatever is wrong is collected with its file, line and column, so that
all of it can be mended in one go.
"""

from yimen.journeys.pack_files.pack import Pack
from yimen.journeys.pack_files.problems import BadPack, Problem
from yimen.journeys.pack_files.reading import read_pack

__all__ = ["BadPack", "Pack", "Problem", "read_pack"]
