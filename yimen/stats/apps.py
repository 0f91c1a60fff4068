from django.apps import AppConfig


class Stats(AppConfig):
    name = "yimen.stats"
    default_auto_field = "django.db.models.BigAutoField"
