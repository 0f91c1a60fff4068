from django.apps import AppConfig


class Deadlines(AppConfig):
    name = "yimen.deadlines"
    default_auto_field = "django.db.models.BigAutoField"
