"""How a case comes in: each channel is a folder, and all end in the same verb."""
