"""What people look at: a cheap telephone, the screen that offices own, and the narrowest screen that must do."""

PHONE = (360, 740)
DESK = (1366, 768)
NARROW = (320, 640)
