import type { ActionResult } from "@/lib/schemas/action-result";

/** Holds the changes of the basket that are on their way to the server, each with its field. */
const saves = new Map<Promise<ActionResult<unknown>>, HTMLElement | null>();

/** Lets Checkout wait for a change. The field gets the focus if the change is refused. */
export function trackSave<Value>(
  save: Promise<ActionResult<Value>>,
  field: HTMLElement | null,
): Promise<ActionResult<Value>> {
  saves.set(save, field);
  void save.finally(() => saves.delete(save));
  return save;
}

export const isSaving = () => saves.size > 0;

/** Waits until all changes are answered. It answers whether they were taken, and the field of one that was not. */
export async function allSaved(): Promise<{ ok: boolean; field: HTMLElement | null }> {
  while (saves.size > 0) {
    const under = [...saves];
    const results = await Promise.all(under.map(([save]) => save));
    const refused = results.findIndex(({ ok }) => !ok);
    if (refused >= 0) return { ok: false, field: under[refused]?.[1] ?? null };
  }
  return { ok: true, field: null };
}
