import "server-only";
import type { OrderItem } from "@/lib/domain/order/order";
import { lineTooLarge } from "@/lib/domain/order/size";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { BasketRefusal } from "@/lib/domain/storefront/basket";
import { ChangeBasketItemInput, RemoveFromBasketInput } from "@/lib/schemas/storefront";
import { releaseReservations } from "../../billing/reservations";
import { requirePermission } from "../../kernel/ctx";
import { transaction } from "../../kernel/transaction";
import { checkItems } from "../../orders/tree/items";
import type { CustomerCtx } from "../customer";
import { basketCode, lockBasket } from "./open";
import { atCurrentPrices } from "./prices";
import { writeBasket } from "./write";

/** Changes how many of an item, or its configuration. See docs/domain.md, section 5. */
export async function changeBasketItem(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<null, BasketRefusal>> {
  requirePermission(customer.ctx, "storefront:use");
  const { itemId, quantity, configuration } = ChangeBasketItemInput.parse(raw);

  return changeItems(customer, (items) => {
    const index = items.findIndex(({ id }) => id === itemId);
    const item = items[index];
    if (!item) return null;
    const changed = {
      ...item,
      quantity: quantity ?? item.quantity,
      configuration: configuration ?? item.configuration,
    };
    return { items: items.with(index, changed), changed: { item: changed, index: 0, was: item } };
  });
}

/** Takes one item out, or all of them. See docs/domain.md, section 5. */
export async function removeFromBasket(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<null, BasketRefusal>> {
  requirePermission(customer.ctx, "storefront:use");
  const { itemId } = RemoveFromBasketInput.parse(raw);

  return changeItems(customer, (items) => {
    if (itemId !== undefined && !items.some(({ id }) => id === itemId)) return null;
    return { items: itemId === undefined ? [] : items.filter(({ id }) => id !== itemId) };
  });
}

async function changeItems(
  customer: CustomerCtx,
  change: (items: readonly OrderItem[]) => {
    items: OrderItem[];
    changed?: { item: OrderItem; index: number; was: OrderItem };
  } | null,
): Promise<Result<null, BasketRefusal>> {
  const code = await basketCode(customer);
  if (code === null) return refuse({ reason: "unknown_item" });

  return transaction(customer.ctx, async (tx) => {
    const { ctx, accountId } = customer;
    const basket = await lockBasket(tx, customer, code);
    const after = change(basket.part.items);
    if (!after) return refuse({ reason: "unknown_item" });
    const changed = after.changed ? [after.changed] : [];
    const problems = await checkItems(tx, ctx, accountId, changed);
    if (problems.length > 0) return refuse({ reason: "invalid_input", problems });

    const priced = await atCurrentPrices(tx, ctx, after.items);
    if (lineTooLarge(priced) !== null) return refuse({ reason: "too_large" });
    await writeBasket(tx, ctx, basket, priced);
    const { part, row } = basket;
    // A customer who empties the basket wants the money for something else.
    if (after.items.length === 0) {
      await releaseReservations(tx, ctx, { id: part.id, statusLabel: row.status.description });
    }
    return ok(null);
  });
}
