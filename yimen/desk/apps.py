from django.apps import AppConfig


class Desk(AppConfig):
    name = "yimen.desk"
    default_auto_field = "django.db.models.BigAutoField"
