type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

declare global {
  /** What was done before the page's scripts had run. */
  var early: { typed: Map<Field, string | boolean>; sent: Set<HTMLFormElement> } | undefined;
}

/**
 * Run by the document's head: what is typed, chosen, ticked or sent before the page's scripts have run is remembered,
 * since React takes no notice of it, and the browser would send such a form by itself and lose it.
 */
export const rememberEarlyInput = `(() => {
  const early = globalThis.early = { typed: new Map(), sent: new Set() };
  addEventListener("input", ({ target }) => {
    if (!globalThis.early || typeof target.value !== "string" || target.type === "file") return;
    early.typed.set(target, /^(checkbox|radio)$/.test(target.type) ? target.checked : target.value);
  }, true);
  addEventListener("submit", (event) => {
    if (!globalThis.early || event.target.hasAttribute("action")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    early.sent.add(event.target);
  }, true);
})()`;

/** To be called once the page is hydrated: what was done to it early is done again. */
export function replayEarlyInput(): void {
  const { early } = globalThis;
  globalThis.early = undefined;
  for (const [field, value] of early?.typed ?? []) {
    if (!field.isConnected) continue;
    if (typeof value === "boolean") tick(field as HTMLInputElement, value);
    else type(field, value);
  }
  // Once React has rendered what was typed.
  setTimeout(() => {
    for (const form of early?.sent ?? []) if (form.isConnected) form.requestSubmit();
  });
}

function tick(box: HTMLInputElement, checked: boolean): void {
  box.checked = !checked;
  box.click();
}

/** React hears of a value only if it is another one than the last that it saw set by the field's own setter. */
function type(field: Field, value: string): void {
  if (!(field instanceof HTMLSelectElement)) field.value = field.defaultValue;
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value") ?? {};
  set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
