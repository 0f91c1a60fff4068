from django.apps import AppConfig


class Console(AppConfig):
    name = "yimen.console"
    default_auto_field = "django.db.models.BigAutoField"
