-- CreateEnum
CREATE TYPE "role" AS ENUM ('administrator', 'operator', 'manager', 'customer', 'reseller');

-- CreateEnum
CREATE TYPE "order_status_type" AS ENUM ('in_progress', 'automatic_execute', 'cancelled', 'executing', 'scheduled');

-- CreateEnum
CREATE TYPE "storefront_type" AS ENUM ('draft', 'viewable', 'submitted', 'pending_approval');

-- CreateEnum
CREATE TYPE "order_source" AS ENUM ('bss', 'storefront');

-- CreateEnum
CREATE TYPE "product_type" AS ENUM ('subscription', 'asset', 'one_off');

-- CreateEnum
CREATE TYPE "billing_period" AS ENUM ('month', 'year', 'once');

-- CreateEnum
CREATE TYPE "item_type" AS ENUM ('new', 'trial', 'quantity_change');

-- CreateEnum
CREATE TYPE "provisioning_driver" AS ENUM ('manual', 'simulated');

-- CreateEnum
CREATE TYPE "provisioning_state" AS ENUM ('pending', 'in_progress', 'provisioned', 'failed');

-- CreateEnum
CREATE TYPE "provisioning_action" AS ENUM ('provision', 'change');

-- CreateEnum
CREATE TYPE "subscription_type" AS ENUM ('subscription', 'asset');

-- CreateEnum
CREATE TYPE "actor_type" AS ENUM ('user', 'api_key', 'scheduler', 'system');

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" VARCHAR(80) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status_list_version" INTEGER NOT NULL DEFAULT 1,
    "next_order_number" BIGINT NOT NULL DEFAULT 1001,
    "next_invoice_number" BIGINT NOT NULL DEFAULT 1001,
    "next_account_number" BIGINT NOT NULL DEFAULT 1001,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" VARCHAR(254) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "password_hash" TEXT,
    "role" "role" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "account_id" UUID,
    "time_zone" VARCHAR(60),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "order_statuses" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "no" INTEGER NOT NULL,
    "description" VARCHAR(80) NOT NULL,
    "type" "order_status_type" NOT NULL,
    "storefront_type" "storefront_type" NOT NULL,
    "color" CHAR(7) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "mandatory" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" VARCHAR(80) NOT NULL DEFAULT 'System',

    CONSTRAINT "order_statuses_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "email" VARCHAR(254),
    "country" CHAR(2),
    "billing_to_id" UUID,
    "credit_limit" DECIMAL(19,4),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "products" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "description" VARCHAR(500) NOT NULL DEFAULT '',
    "type" "product_type" NOT NULL,
    "billing_period" "billing_period" NOT NULL,
    "price" DECIMAL(19,4) NOT NULL,
    "cost" DECIMAL(19,4) NOT NULL,
    "tax_rate" DECIMAL(6,3) NOT NULL,
    "required_configuration" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "non_automatic" BOOLEAN NOT NULL DEFAULT false,
    "provisioning_driver" "provisioning_driver" NOT NULL DEFAULT 'simulated',
    "driver_settings" JSONB NOT NULL DEFAULT '{}',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "products_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "orders" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" VARCHAR(30) NOT NULL,
    "number" BIGINT NOT NULL,
    "sub_number" INTEGER NOT NULL DEFAULT 0,
    "parent_id" UUID,
    "name" VARCHAR(160) NOT NULL,
    "account_id" UUID NOT NULL,
    "billing_to_id" UUID NOT NULL,
    "source" "order_source" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "order_date" TIMESTAMPTZ(3) NOT NULL,
    "note" VARCHAR(2000) NOT NULL DEFAULT '',
    "status_id" UUID NOT NULL,
    "status_type" "order_status_type" NOT NULL,
    "status_storefront_type" "storefront_type" NOT NULL,
    "non_automatic" BOOLEAN NOT NULL DEFAULT false,
    "item_count" INTEGER NOT NULL DEFAULT 0,
    "executed_item_count" INTEGER NOT NULL DEFAULT 0,
    "cost_total" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "discount_total" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "net_total" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "tax_total" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "final_price" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "monthly_run_rate" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "last_refusal" JSONB,
    "last_refusal_at" TIMESTAMPTZ(3),
    "executed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "order_items" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "primary_item_id" UUID,
    "product_id" UUID NOT NULL,
    "description" VARCHAR(160) NOT NULL,
    "item_type" "item_type" NOT NULL DEFAULT 'new',
    "subscription_id" UUID,
    "billing_period" "billing_period" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price" DECIMAL(19,4) NOT NULL,
    "unit_cost" DECIMAL(19,4) NOT NULL,
    "discount_percent" DECIMAL(6,3) NOT NULL DEFAULT 0,
    "tax_rate" DECIMAL(6,3) NOT NULL,
    "configuration" JSONB NOT NULL DEFAULT '{}',
    "delivered_quantity" INTEGER NOT NULL DEFAULT 0,
    "executed_quantity" INTEGER NOT NULL DEFAULT 0,
    "cancelled_quantity" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "order_items_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" VARCHAR(20) NOT NULL,
    "order_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "issue_date" DATE NOT NULL,
    "due_date" DATE NOT NULL,
    "net_total" DECIMAL(19,4) NOT NULL,
    "tax_total" DECIMAL(19,4) NOT NULL,
    "total" DECIMAL(19,4) NOT NULL,
    "outstanding" DECIMAL(19,4) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "invoice_lines" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "invoice_id" UUID NOT NULL,
    "order_item_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" VARCHAR(160) NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price" DECIMAL(19,4) NOT NULL,
    "discount_percent" DECIMAL(6,3) NOT NULL,
    "tax_rate" DECIMAL(6,3) NOT NULL,
    "net" DECIMAL(19,4) NOT NULL,
    "tax" DECIMAL(19,4) NOT NULL,
    "total" DECIMAL(19,4) NOT NULL,

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "subscriptions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type" "subscription_type" NOT NULL,
    "account_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "order_item_id" UUID NOT NULL,
    "description" VARCHAR(160) NOT NULL,
    "start_date" DATE NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price" DECIMAL(19,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "billing_period" "billing_period" NOT NULL,
    "trial" BOOLEAN NOT NULL DEFAULT false,
    "provisioning_state" "provisioning_state" NOT NULL DEFAULT 'pending',
    "provisioning_error" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "provisioning_tasks" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subscription_id" UUID NOT NULL,
    "order_item_id" UUID NOT NULL,
    "action" "provisioning_action" NOT NULL,
    "driver" "provisioning_driver" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "state" "provisioning_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" VARCHAR(500),
    "next_attempt_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provisioning_tasks_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "order_history" (
    "organization_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "order_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_type" "actor_type" NOT NULL,
    "actor_id" VARCHAR(60),
    "actor_name" VARCHAR(80) NOT NULL,
    "event" VARCHAR(40) NOT NULL,
    "status_label" VARCHAR(80) NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "comment" VARCHAR(2000),

    CONSTRAINT "order_history_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "organization_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_type" "actor_type" NOT NULL,
    "actor_id" VARCHAR(60),
    "actor_name" VARCHAR(80) NOT NULL,
    "event" VARCHAR(40) NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "order_count_changes" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "status_id" UUID NOT NULL,
    "source" "order_source" NOT NULL,
    "is_primary" BOOLEAN NOT NULL,
    "non_automatic" BOOLEAN NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "order_count_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(300) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "organizations_name_key" ON "organizations"("name");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_organization_id_account_id_idx" ON "users"("organization_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_statuses_organization_id_id_type_key" ON "order_statuses"("organization_id", "id", "type");

-- CreateIndex
CREATE UNIQUE INDEX "order_statuses_organization_id_id_storefront_type_key" ON "order_statuses"("organization_id", "id", "storefront_type");

-- CreateIndex
CREATE INDEX "accounts_organization_id_name_id_idx" ON "accounts"("organization_id", "name", "id");

-- CreateIndex
CREATE INDEX "accounts_organization_id_billing_to_id_idx" ON "accounts"("organization_id", "billing_to_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_organization_id_code_key" ON "accounts"("organization_id", "code");

-- CreateIndex
CREATE INDEX "products_organization_id_name_id_idx" ON "products"("organization_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "products_organization_id_code_key" ON "products"("organization_id", "code");

-- CreateIndex
CREATE INDEX "orders_organization_id_parent_id_idx" ON "orders"("organization_id", "parent_id");

-- CreateIndex
CREATE INDEX "orders_organization_id_billing_to_id_idx" ON "orders"("organization_id", "billing_to_id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_organization_id_code_key" ON "orders"("organization_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "orders_organization_id_number_sub_number_key" ON "orders"("organization_id", "number", "sub_number");

-- CreateIndex
CREATE INDEX "order_items_organization_id_primary_item_id_idx" ON "order_items"("organization_id", "primary_item_id");

-- CreateIndex
CREATE INDEX "order_items_organization_id_product_id_idx" ON "order_items"("organization_id", "product_id");

-- CreateIndex
CREATE INDEX "order_items_organization_id_subscription_id_idx" ON "order_items"("organization_id", "subscription_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_items_organization_id_order_id_position_key" ON "order_items"("organization_id", "order_id", "position");

-- CreateIndex
CREATE INDEX "invoices_organization_id_created_at_id_idx" ON "invoices"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "invoices_organization_id_account_id_created_at_id_idx" ON "invoices"("organization_id", "account_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_organization_id_number_key" ON "invoices"("organization_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_organization_id_order_id_key" ON "invoices"("organization_id", "order_id");

-- CreateIndex
CREATE INDEX "invoice_lines_organization_id_product_id_idx" ON "invoice_lines"("organization_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_organization_id_order_item_id_key" ON "invoice_lines"("organization_id", "order_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_organization_id_invoice_id_position_key" ON "invoice_lines"("organization_id", "invoice_id", "position");

-- CreateIndex
CREATE INDEX "subscriptions_organization_id_created_at_id_idx" ON "subscriptions"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "subscriptions_organization_id_account_id_created_at_id_idx" ON "subscriptions"("organization_id", "account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "subscriptions_organization_id_order_id_idx" ON "subscriptions"("organization_id", "order_id");

-- CreateIndex
CREATE INDEX "subscriptions_organization_id_product_id_idx" ON "subscriptions"("organization_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_organization_id_order_item_id_key" ON "subscriptions"("organization_id", "order_item_id");

-- CreateIndex
CREATE INDEX "provisioning_tasks_organization_id_subscription_id_idx" ON "provisioning_tasks"("organization_id", "subscription_id");

-- CreateIndex
CREATE UNIQUE INDEX "provisioning_tasks_organization_id_order_item_id_action_key" ON "provisioning_tasks"("organization_id", "order_item_id", "action");

-- CreateIndex
CREATE INDEX "order_history_organization_id_order_id_id_idx" ON "order_history"("organization_id", "order_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_organization_id_at_id_idx" ON "audit_log"("organization_id", "at", "id");

-- CreateIndex
CREATE INDEX "order_count_changes_organization_id_status_id_idx" ON "order_count_changes"("organization_id", "status_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_statuses" ADD CONSTRAINT "order_statuses_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_organization_id_billing_to_id_fkey" FOREIGN KEY ("organization_id", "billing_to_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "products" ADD CONSTRAINT "products_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_billing_to_id_fkey" FOREIGN KEY ("organization_id", "billing_to_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_status_id_status_type_fkey" FOREIGN KEY ("organization_id", "status_id", "status_type") REFERENCES "order_statuses"("organization_id", "id", "type") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_status_id_status_storefront_type_fkey" FOREIGN KEY ("organization_id", "status_id", "status_storefront_type") REFERENCES "order_statuses"("organization_id", "id", "storefront_type") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_parent_id_fkey" FOREIGN KEY ("organization_id", "parent_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_organization_id_product_id_fkey" FOREIGN KEY ("organization_id", "product_id") REFERENCES "products"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_organization_id_primary_item_id_fkey" FOREIGN KEY ("organization_id", "primary_item_id") REFERENCES "order_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_organization_id_subscription_id_fkey" FOREIGN KEY ("organization_id", "subscription_id") REFERENCES "subscriptions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_invoice_id_fkey" FOREIGN KEY ("organization_id", "invoice_id") REFERENCES "invoices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_order_item_id_fkey" FOREIGN KEY ("organization_id", "order_item_id") REFERENCES "order_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_product_id_fkey" FOREIGN KEY ("organization_id", "product_id") REFERENCES "products"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_organization_id_product_id_fkey" FOREIGN KEY ("organization_id", "product_id") REFERENCES "products"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_organization_id_order_item_id_fkey" FOREIGN KEY ("organization_id", "order_item_id") REFERENCES "order_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "provisioning_tasks" ADD CONSTRAINT "provisioning_tasks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisioning_tasks" ADD CONSTRAINT "provisioning_tasks_organization_id_subscription_id_fkey" FOREIGN KEY ("organization_id", "subscription_id") REFERENCES "subscriptions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "provisioning_tasks" ADD CONSTRAINT "provisioning_tasks_organization_id_order_item_id_fkey" FOREIGN KEY ("organization_id", "order_item_id") REFERENCES "order_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
