from django.apps import AppConfig


class Calls(AppConfig):
    name = "yimen.calls"
    default_auto_field = "django.db.models.BigAutoField"
