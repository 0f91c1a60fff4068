"""What can be asked of the town, and by whom: public pages, the desk, sign-in."""

from django.urls import include, path

handler400 = "yimen.public.failing.bad_request"
urlpatterns = [
    path("", include("yimen.public.urls")),
    path("desk/", include("yimen.desk.urls")),
    path("desk/", include("yimen.desk.sign_in_urls")),
]
