from django.apps import AppConfig


class Redraws(AppConfig):
    name = "yimen.redraws"
    default_auto_field = "django.db.models.BigAutoField"
