/**
 * Every setting of the product, empty. Tests start from it: what a developer's shell or `.env` says, a real database
 * above all, is not for them. Empty rather than left out, since `.env` fills in what is left out.
 */
export const noSettings = Object.fromEntries(
  [
    "PORT",
    "WEB_HOST",
    "DATA_DIR",
    "DATABASE_URL",
    "EMBEDDED_DATABASE",
    "NEXTAUTH_URL",
    "NEXTAUTH_SECRET",
    "TRUSTED_PROXIES",
    "LOG_LEVEL",
    "PAYMENT_DRIVER",
    "SMTP_URL",
    "SMTP_FROM",
    "OIDC_ISSUER",
    "OIDC_CLIENT_ID",
    "OIDC_CLIENT_SECRET",
    "OIDC_NAME",
  ].map((name) => [name, ""]),
);
