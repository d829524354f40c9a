/**
 * What the audit log tells: changes of the setup, users, sign-ins, payments, and attempts to do what one may not.
 * `account_…` stands in rows of before accounts had a history of their own. See docs/domain.md, section 7.
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
