import type { LinkOver, WhyUseless } from "../one-time-link";
import type { ProvisioningState } from "../provisioning";
import type { EndpointFault } from "../values/endpoint";
import type { FileFault } from "../values/file-fault";
import type { LogoFault } from "../values/logo";
import type { ValueKind } from "../values/value-kind";

/** Names an earlier payment or account that has what was typed, so that the person can go on despite it. */
export type EarlierPayment = {
  id: string;
  account: string;
  receivedOn: string;
  amount: string;
  currency: string;
};

/** Says what is wrong with one thing that was sent. Amounts are exact decimals, and days are written "2026-11-23". */
type Fault =
  // Accounts
  | { reason: "unknown_account" }
  | { reason: "inactive_account" }
  | { reason: "no_reseller" }
  | { reason: "unknown_reseller" }
  | { reason: "unknown_billing_to" }
  /** Only the account itself or the account that pays for it can be invoiced. */
  | { reason: "other_payer" }
  | { reason: "decides_credit" }
  | { reason: "orders_wait"; order: string }
  | { reason: "has_customers"; customer: string }
  | { reason: "name_used"; earlier: { id: string; code: string } }
  // Orders and products
  | { reason: "not_a_users_status" }
  | { reason: "not_sold" }
  /** Only an order that moves in executed or canceled has an end. */
  | { reason: "still_open" }
  | { reason: "only_subscriptions_are_tried" }
  | { reason: "no_trial" }
  | { reason: "trial_too_large"; most: number }
  | { reason: "no_such_subscription" }
  | { reason: "value_missing" }
  | { reason: "value_not_of_its_kind"; kind: ValueKind }
  | { reason: "order_too_large" }
  | {
      reason: "date_out_of_range";
      date: "start" | "order" | "end" | "issued" | "received" | "expiry";
      first: string;
      last: string;
    }
  | { reason: "code_taken"; code: string }
  // Payments
  | { reason: "too_many_decimals"; currency: string; most: number }
  | { reason: "unknown_invoice" }
  | { reason: "more_than_outstanding"; number: string; outstanding: string; currency: string }
  | { reason: "more_than_paid" }
  | { reason: "reference_used"; earlier: EarlierPayment }
  | { reason: "not_reserved" }
  | { reason: "payment_already_reversed" }
  // Vendors, users, the organization
  | { reason: "endpoint_not_allowed"; why: EndpointFault }
  | { reason: "unknown_vendor" }
  | { reason: "vendor_name_taken"; name: string }
  | { reason: "webhook_name_taken"; name: string }
  | { reason: "webhook_disabled" }
  | { reason: "earlier_delivery_waits" }
  | { reason: "delivery_under_way" }
  | { reason: "too_many_events"; most: number }
  | { reason: "organization_name_taken"; name: string }
  | { reason: "email_taken" }
  | { reason: "own_user" }
  /** Somebody active always manages users and roles. */
  | { reason: "last_administrator"; name: string }
  | { reason: "unknown_role" }
  | { reason: "role_name_taken"; name: string }
  | { reason: "too_many_roles"; most: number }
  /** `names` holds the first of the people, by name. */
  | { reason: "role_in_use"; people: number; names: string[] }
  /** Nobody else manages users and roles but the people with this role. */
  | { reason: "last_managing_role"; name: string }
  /** The person has not accepted an invitation yet, and can get another link. */
  | { reason: "already_invited"; id: string }
  | { reason: "user_inactive" }
  /** Is about a link by which its holder would reach another organization of the person too. */
  | { reason: "reaches_elsewhere" }
  /** Is about a link that would do nothing where the organization takes single sign-on alone. */
  | { reason: "useless_link"; why: WhyUseless }
  | { reason: "already_accepted" }
  /** An account always has an active account administrator, unless staff decide otherwise. */
  | { reason: "last_account_administrator"; name: string }
  | { reason: "too_many_colleagues"; most: number }
  // How people sign in
  | { reason: "password_common" }
  | { reason: "password_personal" }
  | { reason: "password_wrong" }
  | { reason: "too_many_tries"; minutes: number }
  | { reason: "link_over"; state: LinkOver }
  | { reason: "code_wrong" }
  | { reason: "sign_in_with_factor" }
  | { reason: "sign_in_again"; minutes: number }
  | { reason: "prove_email_first" }
  | { reason: "no_app_waits" }
  | { reason: "no_app" }
  | { reason: "passkey_refused" }
  | { reason: "passkey_known" }
  | { reason: "too_many_passkeys"; most: number }
  | { reason: "no_second_factor" }
  | { reason: "second_factor_needed" }
  | { reason: "person_of_others" }
  // Single sign-on
  | { reason: "no_single_sign_on" }
  /** The account at the identity provider is somebody else's here. */
  | { reason: "identity_taken" }
  | { reason: "identity_linked" }
  | { reason: "no_identity" }
  /** The browser did not begin what the identity provider has answered, or began it too long ago. */
  | { reason: "linking_over" }
  | { reason: "only_way_in" }
  | { reason: "single_sign_on_needed" }
  | { reason: "single_sign_on_only" }
  /** A link would get around the second factor that the person has. */
  | { reason: "factor_guards" }
  | { reason: "link_account_first" }
  /** The person has a password, which the link of an invitation does not replace. */
  | { reason: "sign_in_to_join" }
  /** The invitation is for another person than the one who is signed in. */
  | { reason: "invitation_of_another" }
  | { reason: "same_email" }
  | { reason: "no_email_change" }
  | { reason: "no_picture"; why: LogoFault }
  | { reason: "api_key_ended"; state: "expired" | "revoked" }
  // Imports
  | { reason: "file_not_read"; why: FileFault }
  | { reason: "import_begun" }
  | { reason: "import_ended" }
  // Bulk runs, messages, provisioning
  | { reason: "nothing_selected" }
  | { reason: "too_many_selected"; most: number }
  | { reason: "run_ended" }
  | { reason: "nothing_to_retry" }
  | { reason: "on_its_way" }
  | { reason: "no_address" }
  | { reason: "carries_link" }
  | { reason: "withdrawn" }
  | { reason: "not_manual" }
  | { reason: "wrong_state"; state: ProvisioningState };

/** Refuses what was sent because of one field, at whose `path` a form shows why. The path is "" for the whole form. */
export type FieldRefusal = Fault & { path: string };
