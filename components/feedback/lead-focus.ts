/** Is the field that had the focus when a form was last sent, until somebody typed on in it. */
let sentFrom: Element | null = null;

if (typeof document !== "undefined") {
  document.addEventListener("submit", () => (sentFrom = document.activeElement), { capture: true });
  document.addEventListener("input", () => (sentFrom = null), { capture: true });
}

/**
 * Moves the focus to what somebody has to see next. An answer can come late, and a person who has gone to another field by then,
 * or types on, stays there.
 */
export function leadFocus(target: HTMLElement | null | undefined): void {
  const { activeElement } = document;
  const typesElsewhere = activeElement !== sentFrom && activeElement?.matches(editors);
  if (!typesElsewhere) target?.focus();
}

const editors =
  "input:not([type=button], [type=submit], [type=checkbox], [type=radio]), textarea, select, [contenteditable=true]";
