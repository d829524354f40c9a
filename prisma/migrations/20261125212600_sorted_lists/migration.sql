-- CreateIndex
CREATE INDEX "users_organization_id_name_id_idx" ON "users"("organization_id", "name", "id");

-- CreateIndex
CREATE INDEX "products_organization_id_price_id_idx" ON "products"("organization_id", "price", "id");

-- CreateIndex
CREATE INDEX "invoices_organization_id_issue_date_id_idx" ON "invoices"("organization_id", "issue_date", "id");

-- CreateIndex
CREATE INDEX "invoices_organization_id_due_date_id_idx" ON "invoices"("organization_id", "due_date", "id");

-- CreateIndex
CREATE INDEX "invoices_organization_id_total_id_idx" ON "invoices"("organization_id", "total", "id");

-- CreateIndex
CREATE INDEX "invoices_organization_id_outstanding_id_idx" ON "invoices"("organization_id", "outstanding", "id");

-- CreateIndex
CREATE INDEX "payments_organization_id_account_id_received_on_id_idx" ON "payments"("organization_id", "account_id", "received_on", "id");

-- CreateIndex
CREATE INDEX "payments_organization_id_account_id_amount_id_idx" ON "payments"("organization_id", "account_id", "amount", "id");

-- CreateIndex
CREATE INDEX "subscriptions_organization_id_start_date_id_idx" ON "subscriptions"("organization_id", "start_date", "id");

-- CreateIndex
CREATE INDEX "subscriptions_organization_id_description_id_idx" ON "subscriptions"("organization_id", "description", "id");

-- The order list by code and by total (domain section 9).
CREATE INDEX orders_list_by_number ON orders (organization_id, number, id) WHERE parent_id IS NULL;
CREATE INDEX orders_list_by_total ON orders (organization_id, final_price, id) WHERE parent_id IS NULL;
