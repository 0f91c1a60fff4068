from django.apps import AppConfig


class Public(AppConfig):
    name = "yimen.public"
    default_auto_field = "django.db.models.BigAutoField"
