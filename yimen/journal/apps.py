from django.apps import AppConfig


class Journal(AppConfig):
    name = "yimen.journal"
    default_auto_field = "django.db.models.BigAutoField"
