-- Programs read the orders that changed since a time, in the order of their changes (domain section 8).
CREATE INDEX orders_list_by_change ON orders (organization_id, updated_at, id) WHERE parent_id IS NULL;

-- CreateIndex
CREATE INDEX "payments_organization_id_created_at_id_idx" ON "payments"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "payments_organization_id_received_on_id_idx" ON "payments"("organization_id", "received_on", "id");
