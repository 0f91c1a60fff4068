from django.apps import AppConfig


class Meetings(AppConfig):
    name = "yimen.meetings"
    default_auto_field = "django.db.models.BigAutoField"
