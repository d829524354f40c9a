/**
 * Holds every setting of the product, empty. Tests start from it, since what a developer's shell or `.env` says is not
 * for them, a real database above all; `.env` would fill in a setting that is left out.
 */
export const noSettings = Object.fromEntries(
  [
    "PORT",
    "WEB_HOST",
    "DATA_DIR",
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "DATABASE_CONNECTIONS",
    "DATABASE_STATEMENT_SECONDS",
    "DATABASE_LOCK_SECONDS",
    "DATABASE_IDLE_SECONDS",
    "EMBEDDED_DATABASE",
    "NEXTAUTH_URL",
    "NEXTAUTH_SECRET",
    "SECRETS_KEY",
    "SESSION_HOURS",
    "SESSION_IDLE_MINUTES",
    "TRUSTED_PROXIES",
    "API_REQUESTS_PER_MINUTE",
    "OUTBOUND_ALLOW",
    "LOG_LEVEL",
    "PAYMENT_DRIVER",
    "SMTP_URL",
    "SMTP_FROM",
    "OIDC_ISSUER",
    "OIDC_CLIENT_ID",
    "OIDC_CLIENT_SECRET",
    "OIDC_NAME",
    "METRICS_TOKEN",
    "WORKER_METRICS_PORT",
    "WORKER_METRICS_HOST",
  ].map((name) => [name, ""]),
);
