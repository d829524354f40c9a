/** Events of the audit log as they are shown; one that is new reads like its name until it gets words here. */
const events: Record<string, string> = {
  sign_in: "Signed in",
  sign_in_failed: "Sign-in failed",
  order_statuses_saved: "Order statuses saved",
  organization_created: "Organization made",
  user_created: "User added",
  user_role_changed: "Role changed",
  user_deactivated: "User deactivated",
  user_activated: "User activated",
  user_password_reset: "Password set",
  account_created: "Account added",
  account_edited: "Account changed",
  product_created: "Product added",
};

export function eventLabel(event: string): string {
  return events[event] ?? sentence(event);
}

/** "creditLimit: 500 → 800", one for each value that changed. */
export function changes(before: unknown, after: unknown): string[] {
  const [old, now] = [fields(before), fields(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names.flatMap((name) => {
    const [was, is] = [word(old[name]), word(now[name])];
    if (was === is) return [];
    return was === "" ? [`${label(name)}: ${is}`] : [`${label(name)}: ${was} → ${is || "nothing"}`];
  });
}

function fields(value: unknown): Record<string, unknown> {
  return value && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function word(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : sentence(String(value));
}

/** "creditLimit" is "Credit limit". */
function label(name: string): string {
  return sentence(name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase());
}

function sentence(text: string): string {
  const words = /^[a-z]+(_[a-z]+)*$/.test(text) ? text.replace(/_/g, " ") : text;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
