"""How fast the town is: see docs/bench.md. Not part of the wheel nor of the tests."""
