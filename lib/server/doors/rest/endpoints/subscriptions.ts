import "server-only";
import { z } from "zod";
import { provisioningStates } from "@/lib/domain/provisioning";
import { getSubscription, listSubscriptions } from "../../../subscriptions/queries/subscriptions";
import type { Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import {
  Subscription,
  SubscriptionSummary,
  tellSubscription,
  tellSubscriptionRow,
} from "../resources/subscription";

const tag = "Subscriptions";

export const subscriptionEndpoints: readonly Endpoint[] = [
  lists("/subscriptions", listSubscriptions, {
    tag,
    summary: "Lists subscriptions and assets, newest first",
    parameters: z.object({
      q: z.string().max(100).optional().describe("We search order codes, accounts and products."),
      account: z
        .string()
        .max(20)
        .optional()
        .describe("The list then holds only rows of the account with this code."),
      type: z.enum(["subscription", "asset"]).optional(),
      provisioning: z.enum(provisioningStates).optional(),
      sort: z.enum(["name", "-name", "start", "-start", "made", "-made"]).default("-made"),
    }),
    row: SubscriptionSummary,
    tell: tellSubscriptionRow,
  }),
  reads("/subscriptions/{id}", getSubscription, {
    tag,
    summary: "Returns a subscription or asset",
    input: ({ path }) => path.id,
    answer: Subscription,
    tell: tellSubscription,
  }),
];
