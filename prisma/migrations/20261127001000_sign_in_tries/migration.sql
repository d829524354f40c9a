-- Counts failed tries to sign in by whom they are of: docs/domain.md, section 7, "Lockouts".
CREATE TABLE "sign_in_tries" (
    "key" CHAR(64) NOT NULL,
    "tries" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "open_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_tries_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "sign_in_tries_last_at_idx" ON "sign_in_tries"("last_at");

-- A person is told by email when their sign-in was locked.
ALTER TYPE "message_type" ADD VALUE 'sign_in_locked';
