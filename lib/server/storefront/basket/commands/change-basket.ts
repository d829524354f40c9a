import "server-only";
import { z } from "zod";
import type { OrderItem } from "@/lib/domain/order/tree/order";
import { lineTooLarge } from "@/lib/domain/order/tree/size";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { ChangeBasketItemInput } from "@/lib/schemas/storefront";
import { releaseReservations } from "../../../billing/reservations";
import type { Tx } from "../../../kernel/db";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { checkItems } from "../../../orders/tree/items";
import { type CustomerCtx, customers } from "../../customer";
import { lockBasket, requireBasket } from "../open";
import { atCurrentPrices } from "../prices";
import { writeBasket } from "../write";

const RemoveFromBasketInput = z.strictObject({
  /** Names the item to remove. Without it, all items are removed. */
  itemId: Id.optional(),
});

/** Changes the quantity or the configuration of an item. See docs/domain.md, section 5. */
export const changeBasketItem = command({
  name: "basket.change-item",
  caller: customers("storefront:buy"),
  input: ChangeBasketItemInput,
  output: z.null(),
  refusals: refusals("basket_too_large", "not_in_basket", "invalid_input"),
  prepare: ({ who }) => requireBasket(who),
  run: ({ tx, who, prepared: code }, { itemId, quantity, configuration }) =>
    changeItems(tx, who, code, (items) => {
      const index = items.findIndex(({ id }) => id === itemId);
      const item = items[index];
      if (!item) return null;
      const changed = {
        ...item,
        quantity: quantity ?? item.quantity,
        configuration: configuration ?? item.configuration,
      };
      return { items: items.with(index, changed), changed: { item: changed, index: 0, was: item } };
    }),
});

/** Removes one item or all of them. See docs/domain.md, section 5. */
export const removeFromBasket = command({
  name: "basket.remove-item",
  caller: customers("storefront:buy"),
  input: RemoveFromBasketInput,
  output: z.null(),
  refusals: refusals("basket_too_large", "not_in_basket", "invalid_input"),
  prepare: ({ who }) => requireBasket(who),
  run: ({ tx, who, prepared: code }, { itemId }) =>
    changeItems(tx, who, code, (items) => {
      if (itemId !== undefined && !items.some(({ id }) => id === itemId)) return null;
      return { items: itemId === undefined ? [] : items.filter(({ id }) => id !== itemId) };
    }),
});

async function changeItems(
  tx: Tx,
  customer: CustomerCtx,
  code: string,
  change: (items: readonly OrderItem[]) => {
    items: OrderItem[];
    changed?: { item: OrderItem; index: number; was: OrderItem };
  } | null,
) {
  const { ctx, accountId } = customer;
  const basket = await lockBasket(tx, customer, code);
  const after = change(basket.part.items);
  if (!after) return refuse({ reason: "not_in_basket" });
  const changed = after.changed ? [after.changed] : [];
  const problems = await checkItems(tx, ctx, accountId, changed);
  if (problems.length > 0) return refuse({ reason: "invalid_input", problems });

  const priced = await atCurrentPrices(tx, ctx, after.items);
  if (lineTooLarge(priced) !== null) return refuse({ reason: "basket_too_large" });
  await writeBasket(tx, ctx, basket, priced);
  const { part, row } = basket;
  // A customer who empties the basket wants the money for something else.
  if (after.items.length === 0) {
    await releaseReservations(tx, ctx, { id: part.id, statusLabel: row.status.description });
  }
  return ok(null);
}
