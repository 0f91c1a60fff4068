"""The pages of signing in, one by one: no sign-up, no e-mail, no password by mail."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from yimen.desk.acting import choose_post
from yimen.desk.pages.sign_ins import mine, step
from yimen.desk.sign_in import throttled
from yimen.desk.signing_in import oidc

#: Open to those who are not signed in yet; the house test counts them as public.
PUBLIC_NAMES = (
    "account_login",
    "account_logout",
    "account_inactive",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "openid_connect_callback",
)

urlpatterns = [
    path(
        "sign-in/",
        throttled(account.LoginView.as_view(extra_context={"has_server": oidc.is_there})),
        name="account_login",
    ),
    path("sign-in/code/", throttled(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", throttled(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/server/", oidc.go, {"provider_id": oidc.TOWN}, name="openid_connect_login"),
    path("sign-in/server/back/", throttled(oidc.back), {"provider_id": oidc.TOWN}, name="openid_connect_callback"),
    path("sign-in/no-access/", account.account_inactive, name="account_inactive"),
    path("sign-out/", account.logout, name="account_logout"),
    path("post/", choose_post, name="choose_post"),
    path("me/", mfa.index, name="mfa_index"),
    path("me/sign-ins/", mine.page, name="desk_sign_ins"),
    path("me/second-step/", step.page, name="desk_second_step"),
    path("me/password/", throttled(account.password_change), name="account_change_password"),
    path("me/password/first/", account.password_set, name="account_set_password"),
    path("me/confirm/", throttled(account.reauthenticate), name="account_reauthenticate"),
    path("me/confirm/code/", throttled(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("me/confirm/key/", throttled(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("me/app/", throttled(totp.activate_totp), name="mfa_activate_totp"),
    path("me/app/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("me/codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("me/codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("me/codes/file/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("me/keys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("me/keys/new/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("me/keys/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("me/keys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
]
