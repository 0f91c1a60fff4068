from django.apps import AppConfig


class Kernel(AppConfig):
    name = "yimen.kernel"
    default_auto_field = "django.db.models.BigAutoField"
