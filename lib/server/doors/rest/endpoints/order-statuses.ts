import "server-only";
import { listOrderStatuses } from "../../../order-statuses/queries/list-order-statuses";
import { type Endpoint, reads } from "../endpoint";
import { OrderStatuses, tellStatuses } from "../resources/order-status";

export const orderStatusEndpoints: readonly Endpoint[] = [
  reads("/order-statuses", listOrderStatuses, {
    tag: "Order statuses",
    summary: "Lists all order statuses by their No., inactive ones too",
    answer: OrderStatuses,
    tell: tellStatuses,
    version: ({ version }) => version,
  }),
];
