import "server-only";
import { accountsExamples } from "./accounts";
import { apiKeysExamples } from "./api-keys";
import { bulkExamples } from "./bulk";
import type { Examples } from "./example";
import { importsExamples } from "./imports";
import { ordersExamples } from "./orders";
import { productsExamples } from "./products";
import { provisioningExamples } from "./provisioning";
import { roleExamples } from "./roles";
import { setupExamples } from "./setup";
import { usersExamples } from "./users";
import { webhookExamples } from "./webhooks";

/** Lists what staff send to each command and preview, and to each list whose address people can edit. */
export const staffExamples: Examples = {
  ...ordersExamples,
  ...bulkExamples,
  ...accountsExamples,
  ...productsExamples,
  ...usersExamples,
  ...roleExamples,
  ...provisioningExamples,
  ...setupExamples,
  ...apiKeysExamples,
  ...webhookExamples,
  ...importsExamples,
};
