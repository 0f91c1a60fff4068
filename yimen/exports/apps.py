from django.apps import AppConfig


class Exports(AppConfig):
    name = "yimen.exports"
    default_auto_field = "django.db.models.BigAutoField"
