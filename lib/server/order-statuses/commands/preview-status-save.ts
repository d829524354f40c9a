import "server-only";
import { ok } from "@/lib/domain/values/result";
import { SaveOrderStatusesInput } from "@/lib/schemas/order-statuses";
import { staff } from "../../kernel/definition/caller";
import { preview } from "../../kernel/definition/preview";
import { refusals } from "../../kernel/definition/refusals";
import { planStatusSave } from "../plan";

/** Shows what saving this edit would do to orders, and saves nothing. See docs/domain.md, section 1, rule 12. */
export const previewStatusSave = preview({
  name: "order-status.preview-save",
  caller: staff("order-status:save"),
  input: SaveOrderStatusesInput,
  refusals: refusals("statuses_changed", "statuses_invalid"),
  async run({ tx, ctx }, input) {
    const planned = await planStatusSave(tx, ctx, input);
    return planned.ok ? ok(planned.value.impact) : planned;
  },
});
