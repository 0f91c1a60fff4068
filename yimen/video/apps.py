from django.apps import AppConfig


class Video(AppConfig):
    name = "yimen.video"
    default_auto_field = "django.db.models.BigAutoField"
