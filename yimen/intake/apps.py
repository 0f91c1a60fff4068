from django.apps import AppConfig


class Intake(AppConfig):
    name = "yimen.intake"
    default_auto_field = "django.db.models.BigAutoField"
