import type { AuditEvent } from "@/lib/domain/events/audit-event";
import { type StatusColumn, statusColumnLabels } from "@/lib/domain/order-status/cells";
import { storefrontTypeLabels, typeLabels } from "@/lib/domain/order-status/combination";
import { roleLabels } from "@/lib/domain/permissions";
import { fieldLabel } from "@/lib/domain/values/field-label";
import { type ValueKind, valueKindLabels } from "@/lib/domain/values/value-kind";

/** Tells the events of the audit log in words. */
const events: Record<AuditEvent, string> = {
  sign_in: "Signed in",
  sign_in_failed: "Sign-in failed",
  order_statuses_saved: "Order statuses saved",
  organization_created: "Organization made",
  organization_edited: "Company changed",
  organization_logo_saved: "Logo changed",
  organization_logo_removed: "Logo removed",
  user_created: "User added",
  user_role_changed: "Role changed",
  user_deactivated: "User deactivated",
  user_activated: "User activated",
  user_password_reset: "Password set",
  account_created: "Account added",
  account_edited: "Account changed",
  product_created: "Product added",
  product_edited: "Product changed",
  vendor_created: "Vendor added",
  vendor_edited: "Vendor changed",
  credit_check_saved: "Credit check changed",
  vendor_secret_renewed: "Vendor's secret replaced",
  payment_recorded: "Payment recorded",
  payment_reversed: "Payment reversed",
  forbidden: "Not allowed",
};

export function eventLabel(event: AuditEvent): string {
  return events[event];
}

/** Returns what the event is about. An attempted call named "order.set-status" reads "Order: set status". */
export function subjectLabel(event: AuditEvent, subject: string): string {
  return event === "forbidden" ? sentence(subject.replace(".", ": ").replaceAll("-", " ")) : subject;
}

/** Returns a line for each value that changed: "Credit limit: 500.00 → 800.00". */
export function changeLines(event: AuditEvent, before: unknown, after: unknown): string[] {
  if (event === "order_statuses_saved") return statusLines(fields(before), fields(after));
  return fieldLines(fields(before), fields(after));
}

type Fields = Record<string, unknown>;

function fieldLines(before: Fields, after: Fields, prefix = ""): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [word(name, before[name]), word(name, after[name])];
    if (was === is) return [];
    const label = `${prefix}${labelOf(name)}`;
    return was === "" ? [`${label}: ${is}`] : [`${label}: ${was} → ${is || "nothing"}`];
  });
}

/** Returns the lines of a save of the list, which holds its rows by id, each with the cells that changed. */
function statusLines(before: Fields, after: Fields): string[] {
  const [oldRows, newRows, names] = [fields(before.rows), fields(after.rows), fields(before.names)];
  const replacements = fields(after.replacements);
  const added = Object.keys(newRows).filter((id) => !(id in oldRows));
  const deleted = Object.keys(oldRows).filter((id) => !(id in newRows));
  const changed = Object.keys(newRows).filter((id) => id in oldRows);
  return [
    ...added.map((id) => `Added “${fields(newRows[id]).description}”`),
    ...changed.flatMap((id) => fieldLines(fields(oldRows[id]), fields(newRows[id]), `“${names[id]}” `)),
    ...deleted.map((id) => deletedLine(String(fields(oldRows[id]).description), replacements[id])),
  ];
}

/** Tells a deletion; older entries do not name the replacement. */
function deletedLine(description: string, replacement: unknown): string {
  return replacement
    ? `Deleted “${description}”, whose orders got “${replacement}”`
    : `Deleted “${description}”`;
}

function fields(value: unknown): Fields {
  return value && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};
}

const valueLabels: Record<string, Record<string, string>> = {
  role: roleLabels,
  type: typeLabels,
  storefrontType: storefrontTypeLabels,
};

function word(name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((one) => word("", one)).join("; ");
  if (name === "valueKinds") {
    return Object.entries(fields(value))
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
