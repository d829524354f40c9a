-- A person proves with more than a password that it is them: docs/domain.md, section 7, "Second factor".
-- CreateEnum
CREATE TYPE "sign_in_purpose" AS ENUM ('second_factor', 'passkey', 'new_passkey');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "message_type" ADD VALUE 'second_factor_added';
ALTER TYPE "message_type" ADD VALUE 'second_factor_removed';
ALTER TYPE "message_type" ADD VALUE 'second_factor_reset';
ALTER TYPE "message_type" ADD VALUE 'recovery_code_used';
ALTER TYPE "message_type" ADD VALUE 'recovery_codes_made';


-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "second_factor_roles" "role"[] DEFAULT ARRAY[]::"role"[];

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "second_factor" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "authenticator_apps" (
    "person_id" UUID NOT NULL,
    "secret" TEXT,
    "pending_secret" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,

    CONSTRAINT "authenticator_apps_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "credential_id" VARCHAR(1400) NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_steps" (
    "hash" CHAR(64) NOT NULL,
    "purpose" "sign_in_purpose" NOT NULL,
    "person_id" UUID,
    "user_id" UUID,
    "session_version" INTEGER,
    "challenge" VARCHAR(100) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_steps_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_hash_key" ON "recovery_codes"("hash");

-- CreateIndex
CREATE INDEX "recovery_codes_person_id_idx" ON "recovery_codes"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys"("credential_id");

-- CreateIndex
CREATE INDEX "passkeys_person_id_idx" ON "passkeys"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_steps_person_id_idx" ON "sign_in_steps"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_steps_ends_at_idx" ON "sign_in_steps"("ends_at");

-- AddForeignKey
ALTER TABLE "authenticator_apps" ADD CONSTRAINT "authenticator_apps_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sign_in_steps" ADD CONSTRAINT "sign_in_steps_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A command works in one organization alone, and may learn no more of the others.
CREATE FUNCTION accepted_elsewhere(person uuid, here uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM users
    WHERE users.person_id = person AND users.organization_id <> here AND users.accepted_at IS NOT NULL);
$$;

ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_hash CHECK (hash ~ '^[0-9a-f]{64}$');
CREATE TRIGGER recovery_codes_stay_used BEFORE UPDATE ON recovery_codes
  FOR EACH ROW WHEN (OLD.used_at IS NOT NULL)
  EXECUTE FUNCTION refuse('a recovery code counts once');

ALTER TABLE authenticator_apps
  -- An app counts after its first code, and one that is to replace it waits beside it.
  ADD CONSTRAINT authenticator_apps_confirmed CHECK (
    (secret IS NULL) = (confirmed_at IS NULL) AND (confirmed_at IS NULL) = (last_step IS NULL)),
  ADD CONSTRAINT authenticator_apps_something CHECK (secret IS NOT NULL OR pending_secret IS NOT NULL);
-- Another app has other codes.
CREATE TRIGGER authenticator_apps_codes_count_once BEFORE UPDATE OF last_step ON authenticator_apps
  FOR EACH ROW WHEN (NEW.confirmed_at = OLD.confirmed_at AND NEW.last_step <= OLD.last_step)
  EXECUTE FUNCTION refuse('a code of an app counts once');

-- The factor protects each organization of a person, so each of them is asked before the last one goes.
CREATE FUNCTION factor_needed(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM users JOIN organizations ON organizations.id = users.organization_id
    WHERE users.person_id = person AND users.active AND users.accepted_at IS NOT NULL
      AND users.role = ANY (organizations.second_factor_roles));
$$;

-- Without a factor, no session of the person counts as signed in with one.
CREATE FUNCTION forget_factor_of_sessions(person uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE sessions SET second_factor = false
  FROM users
  WHERE users.person_id = person AND sessions.organization_id = users.organization_id
    AND sessions.user_id = users.id AND second_factor;
$$;

-- Live: the open streams of sessions that lack the factor end at once when their organization begins to require it.
CREATE FUNCTION notify_factor_needed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', NEW.id || ' sessions ' || sessions.id)
  FROM sessions JOIN users ON users.organization_id = sessions.organization_id AND users.id = sessions.user_id
  WHERE sessions.organization_id = NEW.id AND ended_at IS NULL AND NOT second_factor
    AND users.role = ANY (NEW.second_factor_roles);
  RETURN NULL;
END $$;
CREATE TRIGGER organizations_notify_factor_needed AFTER UPDATE OF second_factor_roles ON organizations
  FOR EACH ROW WHEN (NEW.second_factor_roles IS DISTINCT FROM OLD.second_factor_roles)
  EXECUTE FUNCTION notify_factor_needed();

ALTER TABLE passkeys
  ADD CONSTRAINT passkeys_name_trimmed CHECK (is_trimmed(name)),
  ADD CONSTRAINT passkeys_counter CHECK (counter >= 0);
CREATE TRIGGER passkeys_count_up BEFORE UPDATE ON passkeys
  FOR EACH ROW WHEN (NEW.counter < OLD.counter OR NEW.person_id <> OLD.person_id OR NEW.public_key <> OLD.public_key)
  EXECUTE FUNCTION refuse('a passkey stays its person''s, and counts up');

ALTER TABLE sign_in_steps
  ADD CONSTRAINT sign_in_steps_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT sign_in_steps_whose CHECK (
    (purpose = 'passkey') = (person_id IS NULL)
    AND (purpose = 'second_factor') = (user_id IS NOT NULL AND session_version IS NOT NULL));
