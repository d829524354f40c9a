-- CreateIndex
CREATE INDEX "users_organization_id_email_id_idx" ON "users"("organization_id", "email", "id");
