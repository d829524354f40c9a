-- The Storefront (docs/domain.md, section 5): whose customer an account is, and whose basket an order is.

CREATE TYPE "account_type" AS ENUM ('customer', 'reseller');

ALTER TABLE "accounts" ADD COLUMN     "order_approval" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "reseller_id" UUID,
ADD COLUMN     "reseller_type" "account_type" NOT NULL DEFAULT 'reseller',
ADD COLUMN     "type" "account_type" NOT NULL DEFAULT 'customer';

ALTER TABLE "orders" ADD COLUMN     "basket_user_id" UUID;

CREATE INDEX "accounts_organization_id_reseller_id_name_id_idx" ON "accounts"("organization_id", "reseller_id", "name", "id");
CREATE UNIQUE INDEX "accounts_organization_id_id_type_key" ON "accounts"("organization_id", "id", "type");
CREATE INDEX "orders_organization_id_basket_user_id_idx" ON "orders"("organization_id", "basket_user_id");
CREATE UNIQUE INDEX "orders_organization_id_account_id_basket_user_id_key" ON "orders"("organization_id", "account_id", "basket_user_id");

ALTER TABLE "accounts" ADD CONSTRAINT "accounts_organization_id_reseller_id_reseller_type_fkey" FOREIGN KEY ("organization_id", "reseller_id", "reseller_type") REFERENCES "accounts"("organization_id", "id", "type") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_basket_user_id_fkey" FOREIGN KEY ("organization_id", "basket_user_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Whom resellers act for is a reseller.
UPDATE accounts SET type = 'reseller'
WHERE EXISTS (
  SELECT FROM users
  WHERE users.organization_id = accounts.organization_id AND users.account_id = accounts.id AND users.role = 'reseller');

ALTER TABLE accounts
  ADD CONSTRAINT accounts_reseller_type_is_reseller CHECK (reseller_type = 'reseller'),
  ADD CONSTRAINT accounts_reseller_has_no_reseller CHECK (type = 'customer' OR reseller_id IS NULL);

-- A basket ends with the Draft, whatever ends that: a checkout, or a status whose Storefront Type somebody changed.
CREATE FUNCTION end_basket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.basket_user_id := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER orders_basket_ends BEFORE UPDATE ON orders
  FOR EACH ROW WHEN (NEW.basket_user_id IS NOT NULL AND (NEW.status_type, NEW.status_storefront_type) <> ('in_progress', 'draft'))
  EXECUTE FUNCTION end_basket();
ALTER TABLE orders ADD CONSTRAINT orders_basket_is_a_storefront_draft CHECK (
  basket_user_id IS NULL
  OR (status_type = 'in_progress' AND status_storefront_type = 'draft' AND source = 'storefront' AND parent_id IS NULL));
