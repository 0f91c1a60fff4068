"""How staff sign in: the part of the settings that belongs to allauth, and what a town may choose about it.

Environment: YIMEN_OIDC (``issuer client-id file-with-the-secret [claim]``: a sign-in server of the town; empty),
YIMEN_SECOND_STEP (roles that need a second step at sign-in, comma-separated; supervisor – administrators and
mediators always do),
YIMEN_SECOND_STEP_DAYS (how long they have to set one up; 14), YIMEN_IDLE_MINUTES (after which a shared computer is
signed out; 30), YIMEN_MANY_LOOKS (cases that one post opens within an hour before its supervisor sees it; 40).
"""

from os import environ
from pathlib import Path

ACCOUNT_ADAPTER = "yimen.desk.sign_in.Adapter"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False  # user names are small letters, however they are typed
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_COOKIE_AGE; no box to tick
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {"login": "yimen.desk.signing_in.forms.SignIn"}
ACCOUNT_RATE_LIMITS = {"oidc": "20/5m/ip"}  # call-backs of a sign-in server that lead to no sign-in
MFA_ADAPTER = "yimen.desk.sign_in.SecondFactors"
MFA_FORMS = {
    "authenticate": "yimen.desk.signing_in.forms.Code",
    "reauthenticate": "yimen.desk.signing_in.forms.CodeAgain",
    "activate_totp": "yimen.desk.signing_in.forms.FirstCode",
}
MFA_TOTP_TOLERANCE = 1  # half a minute either way: a computer without internet has no exact clock
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Yimen"

CSRF_FAILURE_VIEW = "yimen.desk.signing_in.still_here.csrf_failed"

YIMEN_SECOND_STEP = {"administrator", "mediator", *(environ.get("YIMEN_SECOND_STEP") or "supervisor").split(",")}
YIMEN_SECOND_STEP_DAYS = int(environ.get("YIMEN_SECOND_STEP_DAYS") or 14)
YIMEN_MANY_LOOKS = int(environ.get("YIMEN_MANY_LOOKS") or 40)
YIMEN_IDLE_MINUTES = int(environ.get("YIMEN_IDLE_MINUTES") or 30)

SOCIALACCOUNT_ADAPTER = "yimen.desk.signing_in.oidc.Known"
SOCIALACCOUNT_LOGIN_ON_GET = True  # our pages let no form lead to another server; a link may
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
_oidc = (environ.get("YIMEN_OIDC") or "").split()
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "SCOPE": ["openid"]}}
if _oidc:  # nothing is asked of the server before somebody signs in
    issuer, client, secret, *claim = _oidc
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] = [
        {
            "provider_id": "town",
            "name": "OpenID Connect",
            "client_id": client,
            "secret": Path(secret).read_text(encoding="utf-8").strip(),
            "settings": {"server_url": issuer, "uid_field": claim[0] if claim else "sub", "fetch_userinfo": False},
        }
    ]
