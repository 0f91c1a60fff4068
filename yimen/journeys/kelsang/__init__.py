"""The invented town Kelsang (格桑市): places, offices, posts and staff for trying Yimen out. Nobody in it is real."""
