import "server-only";
import type { Endpoint } from "./endpoint";
import { accountEndpoints } from "./endpoints/accounts";
import { billingEndpoints } from "./endpoints/billing";
import { bulkRunEndpoints } from "./endpoints/bulk-runs";
import { eventEndpoints } from "./endpoints/events";
import { importEndpoints } from "./endpoints/imports";
import { orderStatusEndpoints } from "./endpoints/order-statuses";
import { orderEndpoints } from "./endpoints/orders";
import { productEndpoints } from "./endpoints/products";
import { roleEndpoints } from "./endpoints/roles";
import { subscriptionEndpoints } from "./endpoints/subscriptions";
import { userEndpoints } from "./endpoints/users";
import { webhookEndpoints } from "./endpoints/webhook-endpoints";

/** Lists every call of the API, from which the server and the OpenAPI document are made. */
export const endpoints: readonly Endpoint[] = [
  ...orderEndpoints,
  ...bulkRunEndpoints,
  ...orderStatusEndpoints,
  ...accountEndpoints,
  ...productEndpoints,
  ...subscriptionEndpoints,
  ...billingEndpoints,
  ...userEndpoints,
  ...roleEndpoints,
  ...importEndpoints,
  ...eventEndpoints,
  ...webhookEndpoints,
];
