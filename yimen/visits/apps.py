from django.apps import AppConfig


class Visits(AppConfig):
    name = "yimen.visits"
    default_auto_field = "django.db.models.BigAutoField"
