import "server-only";
import type { Permission } from "@/lib/domain/permissions";
import { isStaff } from "@/lib/domain/permissions";
import { type LiveChanges, type LiveTopic, liveTopics } from "@/lib/schemas/live";
import { may } from "../kernel/ctx";
import { Forbidden } from "../kernel/errors";
import type { Session } from "../sign-in/session/session";
import type { LiveFilter } from "./stream";

/** Names the permission to hear of each topic. */
const needed: Record<LiveTopic, Permission> = {
  orders: "order:read",
  subscriptions: "subscription:read",
  order_statuses: "order-status:read",
  bulk_runs: "order:read",
  imports: "import:run",
  credit: "account:read",
  messages: "message:read",
  webhooks: "webhook:save",
};

/** The topics that the fixed roles do not hear of are of pages that they cannot open, so that they need no filter. */
const everyday = liveTopics.filter((topic) => topic !== "imports" && topic !== "webhooks");

/**
 * Returns what lets through the changes that a person of staff may hear of, or undefined where that is everything. The database
 * ends the stream when their role changes, so the filter never outlives what they may do. @throws Forbidden
 */
export function staffFilter({ ctx, user }: Pick<Session, "ctx" | "user">): LiveFilter | undefined {
  if (!isStaff(user.role)) throw new Forbidden("order:read");
  const heard = liveTopics.filter((topic) => may(ctx, needed[topic]));
  if (everyday.every((topic) => heard.includes(topic))) return undefined;
  return {
    changed(changes, tell) {
      const own: LiveChanges = Object.fromEntries(
        heard.flatMap((topic) => (changes[topic] ? [[topic, changes[topic]]] : [])),
      );
      if (Object.keys(own).length > 0) tell(own);
    },
  };
}
