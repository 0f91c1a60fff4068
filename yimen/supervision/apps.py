from django.apps import AppConfig


class Supervision(AppConfig):
    name = "yimen.supervision"
    default_auto_field = "django.db.models.BigAutoField"
