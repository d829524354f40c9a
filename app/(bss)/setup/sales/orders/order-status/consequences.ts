import type { Consequences, GridDraft } from "@/components/editable-grid";
import { impactLines } from "@/lib/domain/order-status/impact-words";
import type { StatusSaveRefusal } from "@/lib/server/order-statuses/plan";
import { previewStatusSaveAction } from "./actions";
import { toInput } from "./rows";

/** What the edit would do, told by the code that would do it. */
export async function consequencesOf(draft: GridDraft): Promise<Consequences> {
  const result = await previewStatusSaveAction(toInput(draft, undefined)).catch(() => null);
  if (!result) return { kind: "unknown", why: "The server did not answer, so this is not known now." };
  if (result.ok) {
    const lines = impactLines(result.value);
    return { kind: "known", lines: lines.length > 0 ? lines : [{ text: "No order is affected." }] };
  }
  return {
    kind: "unknown",
    why: whyUnknown(result.refusal as StatusSaveRefusal | undefined, result.message),
  };
}

function whyUnknown(refusal: StatusSaveRefusal | undefined, message: string): string {
  if (!refusal) return message;
  if (refusal.reason === "conflict") return "Somebody else saved in the meantime: Save shows what differs.";
  const { row, message: problem } = refusal.problems[0] ?? {};
  return `Not to be saved yet. ${row}: ${problem}`;
}
