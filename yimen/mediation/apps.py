from django.apps import AppConfig


class Mediation(AppConfig):
    name = "yimen.mediation"
    default_auto_field = "django.db.models.BigAutoField"
