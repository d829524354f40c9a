-- An email belongs to one person, who may work in several organizations: docs/domain.md, section 7, "Several organizations".

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" VARCHAR(254) NOT NULL,
    "sent_email" VARCHAR(254) NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE UNIQUE INDEX "people_sent_email_key" ON "people"("sent_email");

-- CreateIndex
CREATE UNIQUE INDEX "people_id_email_sent_email_key" ON "people"("id", "email", "sent_email");

ALTER TABLE people
  ADD CONSTRAINT people_email_lower_case CHECK (email = lower(email) AND email ~ '^\S+@\S+$'),
  ADD CONSTRAINT people_sent_email_is_email CHECK (
    sent_email ~ '^[^[:space:]@]+@[a-z0-9.-]+$'
    AND split_part(sent_email, '@', 1) = split_part(email, '@', 1)
    -- Only a domain that is not ASCII has another spelling.
    AND (sent_email = email OR split_part(email, '@', 2) ~ '[^ -~]')
  );

-- Nobody has a password before they have accepted an invitation.
ALTER TABLE people ADD CONSTRAINT people_accepted CHECK (accepted_at IS NOT NULL OR password_hash IS NULL);

-- Until now each user was one person. They keep the id, by which a device knows them.
INSERT INTO people (id, email, sent_email, password_hash, created_at, accepted_at)
SELECT id, email, sent_email, password_hash, created_at,
  CASE WHEN password_hash IS NOT NULL OR last_sign_in_at IS NOT NULL THEN created_at END
FROM users;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "person_id" UUID;

UPDATE users SET
  person_id = users.id,
  accepted_at = people.accepted_at
FROM people WHERE people.id = users.id;

ALTER TABLE "users" ALTER COLUMN "person_id" SET NOT NULL,
DROP COLUMN "password_hash";

-- DropIndex
DROP INDEX "users_email_key";

-- DropIndex
DROP INDEX "users_sent_email_key";

-- CreateIndex
CREATE INDEX "users_person_id_idx" ON "users"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_organization_id_person_id_key" ON "users"("organization_id", "person_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_person_id_email_sent_email_fkey" FOREIGN KEY ("person_id", "email", "sent_email") REFERENCES "people"("id", "email", "sent_email") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The foreign key keeps both addresses as the person's.
ALTER TABLE users DROP CONSTRAINT users_email_lower_case, DROP CONSTRAINT users_sent_email_is_email;

-- Nobody signs in before they have accepted.
ALTER TABLE users ADD CONSTRAINT users_accepted CHECK (accepted_at IS NOT NULL OR last_sign_in_at IS NULL);

CREATE TRIGGER users_stay_of_person BEFORE UPDATE ON users
  FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id)
  EXECUTE FUNCTION refuse('a user stays the same person');

-- Sessions and links of a person in all organizations but one end here, since a command works in one organization alone.
CREATE FUNCTION end_elsewhere(person uuid, here uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE users SET session_version = session_version + 1
  WHERE users.person_id = person AND users.organization_id <> here;
  UPDATE one_time_links SET voided_at = at
  FROM users
  WHERE users.person_id = person AND users.organization_id <> here
    AND one_time_links.organization_id = users.organization_id AND one_time_links.user_id = users.id
    AND one_time_links.purpose <> 'invitation' AND used_at IS NULL AND voided_at IS NULL;
$$;
