import { accountRoleLabels } from "@/lib/domain/account-role";
import { overlapLabels } from "@/lib/domain/api-key";
import type { AccountEvent } from "@/lib/domain/events/account-event";
import type { SetupEvent } from "@/lib/domain/events/setup-event";
import { linkPurposeLabels } from "@/lib/domain/one-time-link";
import { storefrontTypeLabels, typeLabels } from "@/lib/domain/order-status/combination";
import { type StatusColumn, statusColumnLabels } from "@/lib/domain/order-status/list/cells";
import { permissionLabels } from "@/lib/domain/permission-labels";
import { roleKindLabels, roleLabels } from "@/lib/domain/permissions";
import { lockedLabels } from "@/lib/domain/sign-in/lockout";
import { secondFactorLabels } from "@/lib/domain/sign-in/second-factor";
import { fieldLabel } from "@/lib/domain/values/field-label";
import { type ValueKind, valueKindLabels } from "@/lib/domain/values/value-kind";
import { webhookDisabledByLabels } from "@/lib/domain/webhook";

type AuditedKind = (SetupEvent | AccountEvent)["kind"];

/** Names events as the audit log shows them. */
const labels: Record<AuditedKind, string> = {
  "user.signed_in": "Signed in",
  "user.signed_out": "Signed out",
  "user.sign_in_failed": "Sign-in failed",
  "user.sign_in_locked": "Sign-in locked",
  "user.session_ended": "Session ended",
  "user.sessions_ended": "Sessions ended",
  "order_statuses.saved": "Order statuses saved",
  "organization.created": "Organization made",
  "organization.edited": "Company changed",
  "organization.sign_in_rules_saved": "Sign-in rules changed",
  "organization.logo_saved": "Logo changed",
  "organization.logo_removed": "Logo removed",
  "user.created": "User added",
  "user.role_changed": "User's role changed",
  "user.deactivated": "User deactivated",
  "user.activated": "User activated",
  "user.password_reset": "Password set",
  "user.password_changed": "Password changed",
  "user.invited": "User invited",
  "user.invitation_accepted": "Invitation accepted",
  "user.invitation_declined": "Invitation declined",
  "user.link_asked_for": "Link asked for",
  "user.second_factor_added": "Second factor added",
  "user.second_factor_removed": "Second factor removed",
  "user.second_factor_reset": "Second factor reset",
  "user.recovery_codes_made": "Recovery codes made",
  "user.identity_linked": "Single sign-on linked",
  "user.identity_unlinked": "Single sign-on unlinked",
  "user.second_factor_asked": "Second factor asked for",
  "user.second_factor_failed": "Second factor failed",
  "user.single_sign_on_asked": "Single sign-on asked for",
  "user.email_changed": "Email changed",
  "user.name_changed": "Name changed",
  "account.created": "Account added",
  "account.edited": "Account changed",
  "product.created": "Product added",
  "product.edited": "Product changed",
  "vendor.created": "Vendor added",
  "vendor.edited": "Vendor changed",
  "credit_check.saved": "Credit check changed",
  "vendor.secret_renewed": "Vendor's secret replaced",
  "api_key.created": "API key created",
  "api_key.rotated": "API key rotated",
  "api_key.revoked": "API key revoked",
  "webhook.created": "Webhook added",
  "webhook.edited": "Webhook changed",
  "webhook.secret_rotated": "Webhook's secret replaced",
  "message.resent": "Message sent again",
  "webhook.tested": "Test event sent",
  "webhook.replayed": "Events sent again",
  "webhook.disabled": "Webhook disabled",
  "webhook.enabled": "Webhook enabled",
  "webhook.deleted": "Webhook deleted",
  "import.started": "Import started",
  "opening_balance.recorded": "Opening balance recorded",
  "payment.recorded": "Payment recorded",
  "payment.reversed": "Payment reversed",
  "role.created": "Role created",
  "role.edited": "Role changed",
  "role.deleted": "Role deleted",
  "call.forbidden": "Not allowed",
  "list.exported": "List exported",
};

/** Offers each kind of event as a filter, in the order of its name. */
export const kindOptions = Object.entries(labels)
  .map(([value, label]) => ({ value, label }))
  .sort((one, other) => one.label.localeCompare(other.label, "en"));

export function eventLabel(kind: AuditedKind): string {
  return labels[kind];
}

/** Returns what the event is about. An attempted call named "order.set-status" reads "Order: set status". */
export function subjectLabel(kind: AuditedKind, subject: string): string {
  if (kind === "list.exported") return subject === "orders" ? "Orders" : "Audit log";
  return kind === "call.forbidden" ? sentence(subject.replace(".", ": ").replaceAll("-", " ")) : subject;
}

/** Returns a line for each value that changed: "Credit limit: 500.00 → 800.00". */
export function changeLines(event: SetupEvent | AccountEvent): string[] {
  if (event.kind === "order_statuses.saved") return statusLines(event);
  if (event.kind === "organization.logo_saved") {
    const { width, height, mediaType } = event.after;
    return [`Size: ${width} × ${height}`, `Kind: ${mediaType}`];
  }
  if (event.kind === "role.edited") return roleLines(event);
  return fieldLines(event.before ?? {}, event.after ?? {});
}

/** Returns what a changed role allows now and before, since the whole lists would be hard to compare. */
function roleLines({ before, after }: Extract<SetupEvent, { kind: "role.edited" }>): string[] {
  const added = after.permissions.filter((permission) => !before.permissions.includes(permission));
  const taken = before.permissions.filter((permission) => !after.permissions.includes(permission));
  return [
    ...fieldLines({ name: before.name }, { name: after.name }),
    ...(added.length > 0 ? [`Allowed now: ${word("permissions", added)}`] : []),
    ...(taken.length > 0 ? [`No longer allowed: ${word("permissions", taken)}`] : []),
  ];
}

function fieldLines(before: object, after: object, prefix = ""): string[] {
  const [old, now] = [new Map(Object.entries(named(before))), new Map(Object.entries(named(after)))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [word(name, old.get(name)), word(name, now.get(name))];
    if (was === is) return [];
    const label = `${prefix}${labelOf(name)}`;
    return was === "" ? [`${label}: ${is}`] : [`${label}: ${was} → ${is || "nothing"}`];
  });
}

/** Names a role of the organization where the event keeps which it is. */
function named(facts: object & { customRole?: string }): object {
  const { customRole, ...others } = facts;
  return customRole === undefined ? facts : { ...others, role: customRole };
}

/** Returns the lines of a save of the list, which holds its rows by id, each with the cells that changed. */
function statusLines({ before, after }: Extract<SetupEvent, { kind: "order_statuses.saved" }>): string[] {
  const replacements = after.replacements ?? {};
  const changed = Object.entries(after.rows).flatMap(([id, row]) => {
    const was = before.rows[id];
    return was ? fieldLines(was, row, `“${before.names[id]}” `) : [];
  });
  return [
    ...Object.entries(after.rows).flatMap(([id, row]) =>
      id in before.rows ? [] : [`Added “${row.description}”`],
    ),
    ...changed,
    ...Object.entries(before.rows).flatMap(([id, row]) =>
      id in after.rows ? [] : [deletedLine(row.description, replacements[id])],
    ),
  ];
}

/** Tells a deletion; older entries do not name the replacement. */
function deletedLine(description: string | undefined, replacement: string | undefined): string {
  return replacement
    ? `Deleted “${description}”, whose orders got “${replacement}”`
    : `Deleted “${description}”`;
}

const valueLabels: Record<string, Record<string, string>> = {
  role: roleLabels,
  accountRole: accountRoleLabels,
  scopes: permissionLabels,
  permissions: permissionLabels,
  overlap: overlapLabels,
  type: typeLabels,
  storefrontType: storefrontTypeLabels,
  disabledBy: webhookDisabledByLabels,
  locked: lockedLabels,
  method: {
    password: "password",
    single_sign_on: "single sign-on",
    passkey: "passkey",
    switched: "from another organization",
  },
  factor: secondFactorLabels,
  secondFactor: secondFactorLabels,
  secondFactorRoles: roleKindLabels,
  purpose: linkPurposeLabels,
};

function word(name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((one) => word(name, one)).join("; ");
  if (name === "valueKinds") {
    return Object.entries(value)
      .map(([of, kind]) => `${of}: ${valueKindLabels[kind as ValueKind] ?? kind}`)
      .join("; ");
  }
  if (typeof value === "object") return Object.values(value).join(" ");
  return valueLabels[name]?.[String(value)] ?? String(value);
}

/** Turns "creditLimit" into "Credit limit". */
function labelOf(name: string): string {
  if (name in statusColumnLabels) return statusColumnLabels[name as StatusColumn];
  return fieldLabel(name);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
