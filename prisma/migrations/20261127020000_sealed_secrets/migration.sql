-- Secrets are sealed as compact JWEs, which are longer. What stands here unsealed is sealed at the next start.
ALTER TABLE "vendors" ALTER COLUMN "secret" TYPE VARCHAR(500);
ALTER TABLE "credit_checks" ALTER COLUMN "secret" TYPE VARCHAR(500);
ALTER TABLE "webhooks" ALTER COLUMN "secret" TYPE VARCHAR(500), ALTER COLUMN "previous_secret" TYPE VARCHAR(500);

CREATE FUNCTION is_sealed(secret text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT secret ~ '^[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{22}$'
$$;

-- The former version, which may still serve, writes secrets as they are.
ALTER TABLE webhooks DROP CONSTRAINT webhooks_secret;
ALTER TABLE webhooks ADD CONSTRAINT webhooks_secret CHECK (
  (is_sealed(secret) OR secret ~ '^whsec_.{40,}$')
  AND (is_sealed(previous_secret) OR previous_secret ~ '^whsec_.{40,}$'));
