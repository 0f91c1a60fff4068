from django.apps import AppConfig


class Places(AppConfig):
    name = "yimen.places"
    default_auto_field = "django.db.models.BigAutoField"
