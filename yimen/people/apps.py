from django.apps import AppConfig


class People(AppConfig):
    name = "yimen.people"
    default_auto_field = "django.db.models.BigAutoField"
