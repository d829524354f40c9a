-- A person is known to an identity provider by issuer and subject: docs/domain.md, section 7, "Single sign-on".

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "single_sign_on_only" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "links_by_email" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "single_sign_on" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "sign_in_steps" ADD COLUMN     "link_hash" CHAR(64);

-- CreateTable
CREATE TABLE "identities" (
    "issuer" VARCHAR(500) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "identities_person_id_issuer_key" ON "identities"("person_id", "issuer");

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE identities ADD CONSTRAINT identities_not_empty CHECK (issuer <> '' AND subject <> '');

CREATE TRIGGER identities_stay BEFORE UPDATE ON identities
  FOR EACH ROW EXECUTE FUNCTION refuse('an identity stays its person''s');

-- Until now the verified email was enough. Whoever signed in by it is bound to their identity at their next sign-in, once.
-- Somebody without a password who has accepted cannot have signed in otherwise.
UPDATE people SET links_by_email = true
WHERE accepted_at IS NOT NULL AND (
  password_hash IS NULL
  OR id IN (
    SELECT users.person_id FROM events
    JOIN users ON users.organization_id = events.organization_id AND users.id::text = events.actor_id
    WHERE events.kind = 'user.signed_in' AND events.after ->> 'method' = 'single_sign_on'));

CREATE TRIGGER people_link_by_email_no_more BEFORE UPDATE ON people
  FOR EACH ROW WHEN (NEW.links_by_email AND NOT OLD.links_by_email)
  EXECUTE FUNCTION refuse('nobody else is bound by an email');

-- An identity opens all organizations of a person. So the link of one organization's invitation binds it only to somebody who
-- accepts their first one by it, and nobody has an identity before they have accepted.
CREATE FUNCTION refuse_identity_by_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM people WHERE id = NEW.person_id AND accepted_at IS NULL) OR EXISTS (
    SELECT FROM people
    JOIN users ON users.person_id = people.id
    JOIN one_time_links ON one_time_links.organization_id = users.organization_id AND one_time_links.user_id = users.id
    WHERE people.id = NEW.person_id AND one_time_links.purpose = 'invitation' AND one_time_links.used_at <> people.accepted_at
      AND one_time_links.xmin = pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'an invitation binds no identity to a person who has accepted one before'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'identities_by_first_invitation', TABLE = 'identities';
  END IF;
  RETURN NULL;
END $$;
-- At the end of the transaction, the order of its statements does not matter.
CREATE CONSTRAINT TRIGGER identities_by_first_invitation AFTER INSERT ON identities
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_identity_by_invitation();

ALTER TABLE sign_in_steps ADD CONSTRAINT sign_in_steps_link CHECK (
  (purpose = 'identity_by_link') = (link_hash IS NOT NULL) AND link_hash ~ '^[0-9a-f]{64}$');

-- The identity may be all that lets a person into an organization, so each of them is asked before it goes.
CREATE FUNCTION single_sign_on_needed(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM users JOIN organizations ON organizations.id = users.organization_id
    WHERE users.person_id = person AND users.active AND organizations.single_sign_on_only);
$$;
