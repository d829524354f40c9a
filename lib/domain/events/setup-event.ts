import type { AccountRole } from "../account-role";
import type { KeyGrant, Overlap } from "../api-key";
import type { CompanyProfile } from "../company-profile";
import type { ImportSubject } from "../import-subject";
import type { NoticeType } from "../messages/message";
import type { LinkPurpose } from "../one-time-link";
import type { StatusCells } from "../order-status/list/cells";
import type { Permission, Role } from "../permissions";
import type { BillingPeriod, ProductType } from "../product";
import type { ProvisioningDriver } from "../provisioning";
import type { Locked } from "../sign-in/lockout";
import type { SecondFactor } from "../sign-in/second-factor";
import type { ValueKinds } from "../values/value-kind";
import type { WebhookDisabledBy } from "../webhook";
import type { EventsOf } from "./events-of";

/** Names a role of the organization as it was called, and what people of an account are within it. */
type RoleFacts = { role: Role; customRole?: string; accountRole?: AccountRole };

/** Holds a role of the organization. Its subject is its name. */
type DefinedRole = { name: string; permissions: Permission[] };

type ProductFacts = {
  name: string;
  description: string;
  /** Is exact decimal text, as cost and tax rate are. */
  price: string;
  cost: string;
  taxRate: string;
  requiredConfiguration: string[];
  valueKinds: ValueKinds;
  nonAutomatic: boolean;
  trialDays: number | null;
  trialMaxQuantity: number | null;
  provisioningDriver: ProvisioningDriver;
  /** Is the vendor's name. */
  vendor: string | null;
};

type EditedProduct = ProductFacts & {
  driverSettings: { delayMs: number; failures: number };
  active: boolean;
};

type VendorFacts = {
  name: string;
  endpoint: string;
  preCheck: boolean;
  timeoutSeconds: number;
  callbackMinutes: number;
};

type WebhookFacts = { name: string; url: string; types: string[] };

type CreditCheckFacts = { enabled: boolean; endpoint: string; timeoutSeconds: number };

/** Holds changed cells of statuses by the id of the status, or all cells of one that was added or deleted. */
type StatusRows = { version: number; rows: Record<string, Partial<StatusCells>> };

/** Says how somebody signed in: "switched" is from another of their organizations. */
export type SignInMethod = "password" | "single_sign_on" | "passkey" | "switched";

/** Names the lists that can be taken away as a file. */
export const exportedLists = ["orders", "audit_log"] as const;

type Company = Partial<CompanyProfile & { timeZone: string }>;

/** Amounts are exact decimal text in the currency. */
type Paid = { amount: string; currency: string };

/**
 * Says what each kind of event keeps of the setup, of users, sign-ins and payments, and of attempts without permission,
 * which the audit log tells. See docs/domain.md, section 7.
 */
type Facts = {
  /** Its subject is the list. `filter` is what the list was narrowed to, as its address says it. */
  "list.exported": { after: { filter?: string } };
  /** Older entries say neither how nor from where. */
  "user.signed_in": { after: { method?: SignInMethod; secondFactor?: SecondFactor; address?: string } };
  "user.signed_out": object;
  "user.sign_in_failed": { after: { address: string; active: boolean } };
  /** Says what is locked after failed tries from an address, and for how many minutes. */
  "user.sign_in_locked": { after: { address: string; locked: Locked; minutes: number } };
  /** Is about a session that its person ended, in which the browser calls itself so. */
  "user.session_ended": { after: { device: string; address: string } };
  /** Says how many sessions ended at once. */
  "user.sessions_ended": { after: { sessions: number } };
  "user.created": { after: { name: string; account: string | null } & RoleFacts };
  "user.role_changed": { before: RoleFacts; after: { account: string | null } & RoleFacts };
  "user.deactivated": object;
  "user.activated": object;
  /** A one-time link set it. Earlier, an administrator did. */
  "user.password_reset": object;
  "user.password_changed": object;
  "user.invited": { after: { name: string; account: string | null } & RoleFacts };
  "user.invitation_accepted": object;
  "user.invitation_declined": object;
  /** Is told without the secret. `newEmail` is the address that the link confirms. */
  "user.link_asked_for": { after: { purpose: LinkPurpose; newEmail?: string } };
  /** `name` is how the person calls a passkey. */
  "user.second_factor_added": { after: { factor: SecondFactor; name?: string } };
  "user.second_factor_removed": { after: { factor: SecondFactor; name?: string } };
  /** An administrator took all factors away. */
  "user.second_factor_reset": object;
  "user.recovery_codes_made": object;
  /** Names the identity provider, by its own name for itself. */
  "user.identity_linked": { after: { issuer: string } };
  "user.identity_unlinked": { after: { issuer: string } };
  /** The password was right, and the second factor is asked for. */
  "user.second_factor_asked": { after: { address: string } };
  /** The password or the passkey was right, where single sign-on alone counts. */
  "user.single_sign_on_asked": { after: { address: string } };
  /** What followed a right password was wrong, or a passkey alone was. */
  "user.second_factor_failed": { after: { address: string } };
  "user.email_changed": { before: { email: string }; after: { email: string } };
  "user.name_changed": { before: { name: string }; after: { name: string } };
  "role.created": { after: DefinedRole };
  "role.edited": { before: DefinedRole; after: DefinedRole };
  "role.deleted": { before: DefinedRole };
  /** Is about the command or query that somebody called. */
  "call.forbidden": { after: { permission: Permission } };
  "order_statuses.saved": {
    /** The changed statuses are named as they were called. */
    before: StatusRows & { names: Record<string, string> };
    /** The replacement of a deleted status is named as it is called. Older events name none. */
    after: StatusRows & { replacements?: Record<string, string> };
  };
  "organization.created": object;
  "organization.edited": { before: Company; after: Company };
  "organization.sign_in_rules_saved": {
    before: { secondFactorRoles?: Role[]; singleSignOnOnly?: boolean };
    after: { secondFactorRoles?: Role[]; singleSignOnOnly?: boolean };
  };
  "organization.logo_saved": { after: { width: number; height: number; mediaType: string } };
  "organization.logo_removed": object;
  "product.created": { after: ProductFacts & { type: ProductType; billingPeriod: BillingPeriod } };
  "product.edited": { before: EditedProduct; after: EditedProduct };
  "vendor.created": { after: VendorFacts };
  "vendor.edited": { before: VendorFacts; after: VendorFacts };
  "vendor.secret_renewed": object;
  "webhook.created": { after: WebhookFacts };
  "webhook.edited": { before: WebhookFacts; after: WebhookFacts };
  "webhook.secret_rotated": object;
  "webhook.tested": object;
  /** Says how many deliveries were made of the events since a time or place. */
  "webhook.replayed": { after: { events: number } };
  "webhook.disabled": { after: { disabledBy: WebhookDisabledBy } };
  "webhook.enabled": object;
  "webhook.deleted": { before: WebhookFacts };
  /** Is about a message that is about no order, by its subject line. */
  "message.resent": { after: { type: NoticeType; address: string } };
  "credit_check.saved": {
    before?: CreditCheckFacts;
    after: CreditCheckFacts & { secretReplaced?: true };
  };
  /** A key is known by its name and by how its secret begins. Without scopes, it has all permissions of its role. */
  "api_key.created": { after: KeyGrant & { prefix: string; expiresOn: string | null } };
  /** Says how long the secret before still counts. */
  "api_key.rotated": { before: { prefix: string }; after: { prefix: string; overlap: Overlap } };
  "api_key.revoked": { after: { prefix: string } };
  /** Is about the file. What it makes is recorded with each account, product and order. */
  "import.started": { after: { imports: ImportSubject; rows: number } };
  /** Dates are days, such as "2026-11-23". `externalId` is the number of the other system's invoice. */
  "opening_balance.recorded": {
    after: Paid & { number: string; externalId: string; issueDate: string; dueDate: string };
  };
  "payment.recorded": {
    after: Paid & { reference: string; allocations: { invoiceNumber: string; amount: string }[] };
  };
  "payment.reversed": { after: Paid & { reason: string } };
};

export type SetupEvent = EventsOf<Facts>;
