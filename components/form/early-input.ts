type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

declare global {
  /** Remembers what people do to the page before React has hydrated it. */
  var early:
    | {
        typed: Map<Field, string | boolean>;
        pressed: Set<HTMLElement>;
        sent: Set<HTMLFormElement>;
        /** Holds the fields in which a file was chosen. They keep it until it is told. */
        chosen: Set<HTMLInputElement>;
        /** Is the key with which somebody saves a grid, as it was pressed. */
        saving: KeyboardEventInit | null;
        isHydrated: (element: Element) => boolean;
        /** Is called when something has to be done again; null once nothing is remembered any more. */
        remember: (() => void) | null;
      }
    | undefined;
}

/**
 * Is a script for the document's head. React takes no notice of what people type, choose, tick, press or send before
 * it has hydrated the element, and the browser would send such a form by itself and lose it. So the script remembers
 * all of that. React leaves a key on each element while it renders, and listens only once that is committed: until
 * then its flags Placement (2) or Hydrating (4096) are set somewhere above the element.
 */
export const rememberEarlyInput = `(() => {
  const early = globalThis.early = {
    typed: new Map(), pressed: new Set(), sent: new Set(), chosen: new Set(), saving: null, remember: () => {},
    isHydrated: (element) => {
      let fiber = element[Object.keys(element).find((key) => key.startsWith("__reactFiber$"))];
      if (!fiber || fiber.alternate) return Boolean(fiber);
      for (; fiber; fiber = fiber.return) if (fiber.flags & (2 | 4096)) return false;
      return true;
    },
  };
  const isEarly = (element) => early.remember && element && !early.isHydrated(element);
  // A press acts on what was typed before it, so typing is replayed first.
  const comesFirst = () => [...early.typed.keys()].some(early.isHydrated);
  const isEarlyPress = (element) => isEarly(element) || (early.remember && element && comesFirst());
  const keep = (event) => { event.stopImmediatePropagation(); early.remember(); };
  addEventListener("input", (event) => {
    const { target } = event;
    // React hears of the field's whole value now.
    early.typed.delete(target);
    if (!isEarly(target) || typeof target.value !== "string" || target.type === "file") return;
    early.typed.set(target, /^(checkbox|radio)$/.test(target.type) ? target.checked : target.value);
    keep(event);
  }, true);
  addEventListener("click", (event) => {
    const button = event.target.closest?.("button, input[role=combobox]");
    early.pressed.delete(button);
    if (!isEarlyPress(button) || button.disabled || (button.type === "submit" && button.form)) return;
    early.pressed.add(button);
    keep(event);
  }, true);
  // A file acts on what was chosen before it, as a press does.
  addEventListener("change", (event) => {
    const { target } = event;
    early.chosen.delete(target);
    if (target.type !== "file" || !isEarlyPress(target)) return;
    early.chosen.add(target);
    keep(event);
  }, true);
  // In a grid, Enter means the cell below, where the next key is typed.
  addEventListener("keydown", (event) => {
    const cell = event.key === "Enter" && isEarly(event.target) && event.target.closest("[role=grid] td");
    if (!cell) return;
    event.preventDefault();
    const below = cell.parentElement.nextElementSibling?.cells?.[cell.cellIndex]?.querySelector("input");
    below?.focus();
    below?.select();
  }, true);
  // Ctrl+S saves a grid, and the browser would save the page instead.
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key.toLowerCase() !== "s" || !(ctrlKey || metaKey) || altKey) return;
    if (!isEarlyPress(document.querySelector("[role=grid]"))) return;
    event.preventDefault();
    early.saving = { key, ctrlKey, metaKey, bubbles: true, cancelable: true };
    keep(event);
  }, true);
  addEventListener("submit", (event) => {
    const form = event.target;
    early.sent.delete(form);
    if (!isEarlyPress(form) || form.hasAttribute("action")) return;
    event.preventDefault();
    early.sent.add(form);
    keep(event);
  }, true);
})()`;

/**
 * Does again what was done early, as parts of the page get hydrated. It is called once the page's scripts have run.
 */
export function replayEarlyInput(): void {
  const { early } = globalThis;
  if (!early) return;
  // The page as a whole is hydrated by now. If React no longer tells that, nothing must wait for it for ever.
  if (!early.isHydrated(document.documentElement)) {
    early.remember = null;
    return;
  }
  let due = false;
  const later = () => {
    if (!due) setTimeout(replay, 50);
    due = true;
  };
  const replay = () => {
    due = false;
    for (const [field, value] of early.typed) {
      if (!early.isHydrated(field)) continue;
      early.typed.delete(field);
      if (typeof value === "boolean") tick(field as HTMLInputElement, value);
      else type(field, value);
    }
    // React has rendered what was typed by then. A press that waits for more typing is remembered again.
    setTimeout(() => {
      for (const button of [...early.pressed])
        if (early.isHydrated(button) && early.pressed.delete(button) && isStillMeant(button)) button.click();
      for (const field of [...early.chosen])
        if (early.isHydrated(field) && early.chosen.delete(field))
          field.dispatchEvent(new Event("change", { bubbles: true }));
      for (const form of [...early.sent])
        if (early.isHydrated(form) && early.sent.delete(form)) form.requestSubmit();
      saveGrid(early);
    });
    forgetGone(early.typed);
    forgetGone(early.pressed);
    forgetGone(early.sent);
    forgetGone(early.chosen);
    if (early.typed.size + early.pressed.size + early.sent.size + early.chosen.size > 0 || early.saving)
      later();
  };
  early.remember = later;
  replay();
}

/** Presses the key again that saves a grid, once the grid hears it and all that was typed has been replayed. */
function saveGrid(early: NonNullable<typeof globalThis.early>): void {
  const grid = document.querySelector("[role=grid]");
  if (!early.saving || early.typed.size > 0 || (grid && !early.isHydrated(grid))) return;
  const key = new KeyboardEvent("keydown", early.saving);
  early.saving = null;
  (document.activeElement ?? document.body).dispatchEvent(key);
}

/** Tells whether a press is still wanted. A combobox opens its list only where somebody still is in it. */
function isStillMeant(pressed: HTMLElement): boolean {
  return !(pressed instanceof HTMLInputElement) || pressed === document.activeElement;
}

/** Forgets elements that have left the page. */
function forgetGone<Kept extends Element>(kept: { keys(): Iterable<Kept>; delete(element: Kept): boolean }) {
  for (const element of kept.keys()) if (!element.isConnected) kept.delete(element);
}

function tick(box: HTMLInputElement, checked: boolean): void {
  box.checked = !checked;
  box.click();
}

/**
 * Sets a value so that React hears of it: it has to differ from the last one that the field's own setter was given.
 */
function type(field: Field, value: string): void {
  if (!(field instanceof HTMLSelectElement)) field.value = field.defaultValue;
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value") ?? {};
  set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
