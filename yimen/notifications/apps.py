from django.apps import AppConfig


class Notifications(AppConfig):
    name = "yimen.notifications"
    default_auto_field = "django.db.models.BigAutoField"
