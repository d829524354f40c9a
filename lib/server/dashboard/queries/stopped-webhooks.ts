import "server-only";
import type { WebhookDisabledBy } from "@/lib/domain/webhook";
import { may } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";

export type StoppedWebhook = { id: string; name: string; disabledBy: WebhookDisabledBy };

/** Limits the list to what the dashboard shows. */
const shown = 5;

/**
 * Lists the webhooks that the product disabled by itself, latest first, for those who can enable them. See docs/domain.md,
 * section 10, "Webhooks".
 */
export const stoppedWebhooks = query({
  name: "dashboard.stopped-webhooks",
  caller: staff("dashboard:read"),
  input: nothing,
  async run({ ctx }): Promise<StoppedWebhook[]> {
    if (!may(ctx, "webhook:save")) return [];
    const found = await read(ctx).webhook.findMany({
      where: { disabledBy: { in: ["gone", "failing"] } },
      orderBy: [{ disabledAt: "desc" }, { id: "asc" }],
      take: shown,
      select: { id: true, name: true, disabledBy: true },
    });
    return found.map(({ id, name, disabledBy }) => ({ id, name, disabledBy: disabledBy ?? "user" }));
  },
});
