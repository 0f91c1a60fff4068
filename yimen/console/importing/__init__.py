"""``yimen import``: what is taken over from older systems."""
