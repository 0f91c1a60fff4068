"""Who serves: staff, the offices they work in, the posts they hold and for how long."""
