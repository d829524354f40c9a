import "server-only";
import type { Ctx } from "../kernel/ctx";
import type { Job } from "../kernel/jobs";

type In = Pick<Ctx, "organizationId">;

export function makingJob({ organizationId }: In, webhookId: string): Job<"make_deliveries"> {
  return {
    task: "make_deliveries",
    payload: { organizationId, webhookId },
    key: `make_deliveries:${webhookId}`,
  };
}

export function deliveryJob({ organizationId }: In, id: string): Job<"deliver_webhook"> {
  return { task: "deliver_webhook", payload: { organizationId, id }, key: `deliver_webhook:${id}` };
}
