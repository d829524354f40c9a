-- The worker asks the providers about last week's open payments, newest first.
CREATE INDEX "payment_requests_state_created_at_idx" ON "payment_requests"("state", "created_at" DESC);
