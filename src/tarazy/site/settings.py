"""Settings, read from the environment; every one has a default that is safe or refuses to start.

`TARAZY_DEMO=1` turns on the demonstration: one-click roles, a movable clock, the page of sent mail. Never set it elsewhere.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils.csp import CSP
from environs import Env

from tarazy.site import postgres

env = Env()
PROJECT = Path(__file__).resolve().parents[3]
DATA = Path(env.str("TARAZY_DATA", str(PROJECT / ".data")))
DEMO = env.bool("TARAZY_DEMO", False)
TESTING = env.bool("TARAZY_TESTING", False)
DEBUG = env.bool("TARAZY_DEBUG", False)
SECRET_KEY = env.str(
    "TARAZY_SECRET_KEY",
    "only-for-the-demonstration-and-tests" if DEMO or TESTING else "",
)
ALLOWED_HOSTS = env.list(
    "TARAZY_HOSTS",
    ["localhost", "127.0.0.1", "[::1]", "testserver"] if DEMO or TESTING else [],
)
SITE_ADDRESS = env.str("TARAZY_ADDRESS", "http://localhost:8000")

ROOMS = [
    "tarazy.external.procedure",
    "tarazy.external.monitoring",
    "tarazy.external.register",
    "tarazy.external.redress",
    "tarazy.external.decisions",
    "tarazy.external.visits",
    "tarazy.external.reviews",
    "tarazy.external.seminars",
    "tarazy.external.experts",
    "tarazy.external.cases",
    "tarazy.internal.selfassessment",
    "tarazy.reference.drafts",
    "tarazy.reference.guidelines",
    "tarazy.reference.correspondences",
    "tarazy.reference.standards",
    "tarazy.reference.search",
    "tarazy.reference.agencies",
    "tarazy.reference.institutions",
    "tarazy.ground.notices",
    "tarazy.ground.documents",
    "tarazy.ground.people",
    "tarazy.ground.workflow",
    "tarazy.ground.journal",
    "tarazy.ground.ui",
    "tarazy.ground.foundation",
]
INSTALLED_APPS = [
    "tarazy.site",
    "tarazy.site.calendar",
    *ROOMS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "pgtrigger",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # its padding of random length and masked CSRF tokens answer BREACH
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tarazy.ground.ui.middleware.LanguageMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "tarazy.ground.ui.middleware.RequestSizeMiddleware",
    "tarazy.ground.foundation.middleware.NoNulMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tarazy.ground.people.middleware.ActingMiddleware",
]
ROOT_URLCONF = "tarazy.site.urls"
WSGI_APPLICATION = "tarazy.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tarazy.site.context.site",
            ],
            "builtins": ["tarazy.ground.ui.templatetags.ui"],
        },
    },
]

DATABASES = {
    "default": {
        **postgres.connection(env.str("DATABASE_URL", ""), DATA),
        "TEST": {"NAME": env.str("TARAZY_TEST_DB", "test_tarazy")},
    },
}
FORM_RENDERER = "tarazy.ground.ui.forms.Renderer"
CSRF_FAILURE_VIEW = "tarazy.ground.ui.errors.csrf_failure"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "tarazy.ground.people.adapter.InvitedOnly"
INVITATION_DAYS = env.int("TARAZY_INVITATION_DAYS", 14)

LANGUAGE_CODE = "ru"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
TIME_ZONE = env.str("TARAZY_TIME_ZONE", "Asia/Almaty")
USE_TZ = True
FORMAT_MODULE_PATH = ["tarazy.site.formats"]

# Sources as they are while one develops or demonstrates; elsewhere collected, compressed and named by their content.
AS_THEY_ARE = DEMO or TESTING or DEBUG
STATIC_URL = "/static/"
STATIC_ROOT = None if AS_THEY_ARE else DATA / "static"
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage" if AS_THEY_ARE else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
WHITENOISE_USE_FINDERS = AS_THEY_ARE
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "files"},
    },
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DOCUMENT_MAX_BYTES = env.int("TARAZY_DOCUMENT_MAX_BYTES", 20 * 1024 * 1024)
REQUEST_MAX_BYTES = 10 * DOCUMENT_MAX_BYTES + DATA_UPLOAD_MAX_MEMORY_SIZE  # ten files at once, and the texts beside them
# What DEQAR knows each agency by: {"acronym": {"activities": {"institutional": "92", …}, "status": "1", …}}; see docs/running.md.
DEQAR = env.json("TARAZY_DEQAR", {})

MAIL_HOST = env.str("TARAZY_MAIL_HOST", "localhost")
MAILERS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": MAIL_HOST,
            "port": env.int("TARAZY_MAIL_PORT", 25),
            "username": env.str("TARAZY_MAIL_USER", ""),
            "password": env.str("TARAZY_MAIL_PASSWORD", ""),
            "use_tls": env.bool("TARAZY_MAIL_TLS", False),
            "timeout": 20,
        },
    },
}
if DEMO or TESTING:  # nothing leaves the machine
    MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
DEFAULT_FROM_EMAIL = env.str("TARAZY_FROM", "Tarazy <no-reply@localhost>")

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}
if DEMO:  # browsers keep cookies by the name of a machine, not by port: two demonstrations on it would sign each other out
    SESSION_COOKIE_NAME = f"sessionid_{urlsplit(SITE_ADDRESS).port or 80}"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not (DEMO or TESTING or DEBUG)
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.str("TARAZY_LOG_LEVEL", "WARNING")},
    "loggers": {
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "tarazy": {"level": env.str("TARAZY_LOG_LEVEL", "INFO")},
    },
}
