import "server-only";
import { z } from "zod";
import { orderStatusTypes, storefrontTypes } from "@/lib/domain/order-status/combination";
import type { StatusList } from "@/lib/domain/order-status/saving/save";

/** Describes a status as an order has it. */
export const StatusReference = z
  .object({
    id: z.uuid(),
    description: z.string(),
    color: z.string(),
    type: z.enum(orderStatusTypes),
    storefrontType: z.enum(storefrontTypes),
  })
  .meta({ id: "StatusReference" });

const OrderStatus = z
  .object({
    ...StatusReference.shape,
    no: z.number().int(),
    active: z.boolean(),
    system: z.boolean().describe("This is true for the eight statuses that every organization has."),
    orders: z.number().int().describe("This counts the orders and sub-orders that use the status."),
  })
  .meta({ id: "OrderStatus" });

/** Takes a status as the list is sent. A new one has no id. Its cells are read by the rules of the list. */
export const SentStatus = z
  .strictObject({
    id: z.uuid().optional(),
    no: z.number(),
    description: z.string(),
    type: z.enum(orderStatusTypes),
    storefrontType: z.enum(storefrontTypes),
    color: z.string(),
    active: z.boolean(),
  })
  .meta({ id: "SentStatus" });

export const OrderStatuses = z.object({ data: z.array(OrderStatus) }).meta({ id: "OrderStatuses" });

export function tellStatuses({ statuses }: StatusList): z.input<typeof OrderStatuses> {
  return {
    data: statuses.map(({ id, no, description, type, storefrontType, color, active, mandatory, orders }) => ({
      id,
      no,
      description,
      type,
      storefrontType,
      color,
      active,
      system: mandatory,
      orders,
    })),
  };
}
