"""What the desk says and offers of working together: beside the road of a case."""
