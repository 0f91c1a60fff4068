from django.apps import AppConfig


class Search(AppConfig):
    name = "yimen.search"
    default_auto_field = "django.db.models.BigAutoField"
