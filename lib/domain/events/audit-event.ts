/**
 * Names what the audit log tells: changes of the setup, users, sign-ins, payments, and attempts without permission. Rows
 * with `account_…` are older than the history of accounts. See docs/domain.md, section 7.
 */
export type AuditEvent =
  | "sign_in"
  | "sign_in_failed"
  | "forbidden"
  | "order_statuses_saved"
  | "organization_created"
  | "organization_edited"
  | "organization_logo_saved"
  | "organization_logo_removed"
  | "user_created"
  | "user_role_changed"
  | "user_deactivated"
  | "user_activated"
  | "user_password_reset"
  | "account_created"
  | "account_edited"
  | "product_created"
  | "product_edited"
  | "vendor_created"
  | "vendor_edited"
  | "vendor_secret_renewed"
  | "credit_check_saved"
  | "payment_recorded"
  | "payment_reversed";
