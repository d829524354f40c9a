-- AlterTable
ALTER TABLE "users" ADD COLUMN     "sent_email" VARCHAR(254);

-- Until now no address could have another spelling.
UPDATE "users" SET "sent_email" = "email";

ALTER TABLE "users" ALTER COLUMN "sent_email" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "users_sent_email_key" ON "users"("sent_email");

ALTER TABLE "users"
  ADD CONSTRAINT users_sent_email_is_email CHECK (
    sent_email ~ '^[^[:space:]@]+@[a-z0-9.-]+$'
    AND split_part(sent_email, '@', 1) = split_part(email, '@', 1)
    -- Only a domain that is not ASCII has another spelling.
    AND (sent_email = email OR split_part(email, '@', 2) ~ '[^ -~]')
  );
