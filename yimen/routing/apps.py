from django.apps import AppConfig


class Routing(AppConfig):
    name = "yimen.routing"
    default_auto_field = "django.db.models.BigAutoField"
