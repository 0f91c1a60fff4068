from django.apps import AppConfig


class Files(AppConfig):
    name = "yimen.files"
    default_auto_field = "django.db.models.BigAutoField"
