-- An organization makes roles of its own from the permissions of staff (docs/domain.md, section 7, "Roles").

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "role_id" UUID;

-- CreateTable
CREATE TABLE "roles" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" VARCHAR(80) NOT NULL,
    "permissions" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roles_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "roles_organization_id_name_id_idx" ON "roles"("organization_id", "name", "id");

-- CreateIndex
CREATE INDEX "users_organization_id_role_id_idx" ON "users"("organization_id", "role_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_organization_id_role_id_fkey" FOREIGN KEY ("organization_id", "role_id") REFERENCES "roles"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "roles" ADD CONSTRAINT "roles_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two names that differ in case alone would look like one.
CREATE UNIQUE INDEX roles_name_taken ON roles (organization_id, lower(name));

ALTER TABLE roles
  ADD CONSTRAINT roles_name_trimmed CHECK (is_trimmed(name)),
  ADD CONSTRAINT roles_permissions CHECK (permissions IS NOT NULL AND cardinality(permissions) > 0 AND permissions <@ ARRAY[
    'order:read', 'order:create', 'order:edit', 'order:deliver', 'order:execute', 'order:cancel', 'order:reverse',
    'credit:override', 'credit-limit:save', 'order-status:read', 'order-status:save', 'account:read', 'account:save',
    'product:read', 'product:save', 'vendor:save', 'credit-check:save', 'webhook:save', 'organization:save', 'import:run',
    'invoice:read', 'payment:record', 'payment:reverse', 'subscription:read', 'provisioning:complete', 'dashboard:read',
    'user:read', 'user:save', 'role:save', 'api-key:read', 'api-key:save', 'audit:read', 'message:read', 'message:resend'
  ]);

ALTER TABLE users ADD CONSTRAINT users_custom_role CHECK ((role = 'custom') = (role_id IS NOT NULL));

-- Live: open streams end with what their person was allowed, and come back with what they are allowed now.
DROP TRIGGER users_notify ON users;
CREATE TRIGGER users_notify AFTER UPDATE ON users FOR EACH ROW
  WHEN ((OLD.active, OLD.session_version, OLD.role, OLD.role_id) IS DISTINCT FROM (NEW.active, NEW.session_version, NEW.role, NEW.role_id))
  EXECUTE FUNCTION notify_user();
CREATE FUNCTION notify_users_of_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', organization_id || ' users ' || id) FROM users
  WHERE organization_id = NEW.organization_id AND role_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER roles_notify AFTER UPDATE ON roles FOR EACH ROW
  WHEN (OLD.permissions IS DISTINCT FROM NEW.permissions) EXECUTE FUNCTION notify_users_of_role();
