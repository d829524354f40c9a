import type { Consequences, GridDraft } from "@/components/editable-grid";
import { type StatusColumn, statusColumnLabels } from "@/lib/domain/order-status/list/cells";
import { faultWords } from "@/lib/domain/order-status/list/fault-words";
import { impactLines } from "@/lib/domain/order-status/saving/impact-words";
import type { SaveStatusesRefusal } from "@/lib/domain/order-status/saving/save";
import { previewStatusSaveAction } from "./actions";
import { toInput } from "./rows";

/** Asks what the edit would do. The code that would do it answers. */
export async function consequencesOf(draft: GridDraft): Promise<Consequences> {
  const result = await previewStatusSaveAction(toInput(draft, undefined)).catch(() => null);
  if (!result) return { kind: "unknown", why: "The server did not answer. What this does is not known now." };
  if (result.ok) {
    const lines = impactLines(result.value);
    return { kind: "known", lines: lines.length > 0 ? lines : [{ text: "No orders are affected." }] };
  }
  return {
    kind: "unknown",
    why: whyUnknown(result.refusal as SaveStatusesRefusal | undefined, result.message),
  };
}

function whyUnknown(refusal: SaveStatusesRefusal | undefined, message: string): string {
  if (refusal?.reason === "statuses_changed") {
    return "Someone else changed this list. Save shows you their changes.";
  }
  if (refusal?.reason !== "statuses_invalid") return message;
  const [problem] = refusal.problems;
  if (!problem) return message;
  const label = statusColumnLabels[problem.column as StatusColumn];
  return `You can't save yet. ${[problem.row, label].filter(Boolean).join(", ")}: ${faultWords(problem.fault)}`;
}
