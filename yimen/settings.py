"""All settings, in the order of Django's documentation. Development needs no environment at all.

Environment: YIMEN_HOME (database, files and keys; ./var), YIMEN_DATABASE (an address like postgres://…; SQLite in
YIMEN_HOME), YIMEN_HOSTS (names of the site, comma-separated), YIMEN_MAIL (like smtp://user:password@host:587; a local
outbox), YIMEN_TIME_ZONE, YIMEN_SQLITE_SYNC (FULL or NORMAL), YIMEN_HTTPS (1 behind TLS), YIMEN_PROXIES (in front; 0).
"""

import secrets
from contextlib import suppress
from os import environ, umask
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from cryptography.fernet import Fernet
from django.conf import locale

from yimen.intake_settings import *  # noqa: F403 – how things come in
from yimen.meeting_settings import *  # noqa: F403 – by which servers calls by video go
from yimen.phone_settings import *  # noqa: F403 – text messages, the exchange
from yimen.sign_in_settings import *  # noqa: F403 – how staff sign in has a file of its own
from yimen.web_settings import *  # noqa: F403 – what residents' pages need to be told

BASE = Path(__file__).resolve().parent
HOME = Path(environ.get("YIMEN_HOME") or Path.cwd() / "var")
PACKS = next((p for p in (BASE.parent / "packs", BASE / "packs") if p.is_dir()), BASE / "packs")
umask(0o077)  # database, files, letters and keys: whatever the town writes is for its own account on this machine only


def _key_file(name: str, make: object) -> str:
    """A key that lives beside, not inside, the database: made once, readable by its owner only."""
    path = HOME / "keys" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_suffix(f".{secrets.token_hex(4)}")
        fresh.write_text(make())  # type: ignore[operator]
        fresh.chmod(0o600)
        with suppress(FileExistsError):
            path.hardlink_to(fresh)  # two processes may start at once: the first one's key counts
        fresh.unlink()
    return path.read_text().strip()


HTTPS = environ.get("YIMEN_HTTPS") == "1"
SECRET_KEY = _key_file("secret.key", lambda: secrets.token_urlsafe(48))
YIMEN_SEAL_KEYS = _key_file("seal.key", lambda: Fernet.generate_key().decode()).split()
ALLOWED_HOSTS = (environ.get("YIMEN_HOSTS") or "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "yimen.kernel",
    "yimen.journal",
    "yimen.places",
    "yimen.people",
    "yimen.deadlines",
    "yimen.routing",
    "yimen.notifications",
    "yimen.privacy",
    "yimen.files",
    "yimen.meetings",
    "yimen.knowledge",
    "yimen.cases",
    "yimen.supervision",
    "yimen.intake",
    "yimen.exports",
    "yimen.calls",
    "yimen.mediation",
    "yimen.visits",
    "yimen.video",
    "yimen.redraws",
    "yimen.stats",
    "yimen.search",
    "yimen.public",
    "yimen.desk",
    "yimen.console",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "yimen.public.policy.safe_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "yimen.public.packing.Packed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "yimen.public.language.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "yimen.desk.signing_in.sessions.kept_in_view",
]

ROOT_URLCONF = "yimen.urls"
WSGI_APPLICATION = "yimen.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "desk" / "templates"],  # before the apps: our pages of signing in instead of allauth's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yimen.public.context.town_name",
                "yimen.desk.acting.post_in_words",
                "yimen.desk.side.at_the_side",
            ],
        },
    },
]

DATABASES = {"default": dj_database_url.parse(environ.get("YIMEN_DATABASE") or f"sqlite:///{HOME / 'yimen.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "yimen.kernel.sqlite3"  # Django's own, and says when writers wait for each other
    DATABASES["default"]["CONN_MAX_AGE"] = None  # opening it for every page takes as long as a small page itself
    DATABASES["default"]["OPTIONS"] = {
        # Every transaction takes the write lock at its start, so that none fails half-way; FULL, because a
        # receipt that was shown must survive a power cut.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA foreign_keys=ON;"
        # What is deleted is overwritten: forgotten words must not stay readable in the file's free pages.
        f"PRAGMA secure_delete=ON;PRAGMA synchronous={environ.get('YIMEN_SQLITE_SYNC') or 'FULL'};",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8}}
ATOMIC_REQUESTS = False  # only verbs open transactions; with IMMEDIATE, every page would wait for the writers
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
_KEPT = {"MAX_ENTRIES": 100_000}  # of Django's 300, whoever tries names at random would wipe the counts of wrong tries
_BACKEND = "django.core.cache.backends.db.DatabaseCache"
CACHES = {"default": {"BACKEND": _BACKEND, "LOCATION": "kernel_cache", "OPTIONS": _KEPT}}

AUTH_USER_MODEL = "people.Staff"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "desk"
#: So far from the end of X-Forwarded-For is the caller's address; at 0 the header is not believed.
YIMEN_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(environ.get("YIMEN_PROXIES") or 0)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # browsers allow passkeys on localhost without TLS

SESSION_COOKIE_AGE = 12 * 60 * 60  # one long working day
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
# The server in front speaks TLS and says so; without it Django would take every request for a plain one.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

locale.LANG_INFO["bo"] = {"bidi": False, "code": "bo", "name": "Tibetan", "name_local": "བོད་ཡིག"}
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("bo", "བོད་ཡིག"), ("en", "English")]
LOCALE_PATHS, FORMAT_MODULE_PATH = [BASE / "locale"], ["yimen.formats"]
TIME_ZONE = environ.get("YIMEN_TIME_ZONE") or "Asia/Shanghai"
USE_TZ = True

STATIC_URL, STATIC_ROOT = "static/", HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "files"}},
    "staticfiles": {"BACKEND": "yimen.public.packing.StaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000  # of typed text; files are counted on their own
DATA_UPLOAD_MAX_NUMBER_FILES = 20

_mail = urlsplit(environ.get("YIMEN_MAIL") or "outbox:")
EMAIL_BACKEND = f"django.core.mail.backends.{'filebased' if _mail.scheme == 'outbox' else 'smtp'}.EmailBackend"
EMAIL_FILE_PATH = HOME / "outbox"
EMAIL_HOST, EMAIL_PORT = _mail.hostname or "", _mail.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
EMAIL_USE_TLS = _mail.scheme == "smtp+tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environ.get("YIMEN_FROM") or "door@localhost"

FORM_RENDERER = "yimen.public.forms.Renderer"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
