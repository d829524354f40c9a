import { normalizeHex } from "../../values/color";
import { ok, type Result, refuse } from "../../values/result";
import { trimmed } from "../../values/trimmed";
import { type OrderStatusType, orderStatusTypes, type StorefrontType, storefrontTypes } from "../combination";
import type { CellFault } from "./fault";

/** Holds what the cells of one status hold: docs/domain.md, section 1, rules 4 and 5. */
export type StatusCells = {
  no: number;
  description: string;
  type: OrderStatusType;
  storefrontType: StorefrontType;
  color: string;
  active: boolean;
};
export type StatusColumn = keyof StatusCells;

export const statusColumnLabels: Record<StatusColumn, string> = {
  no: "No.",
  description: "Description",
  type: "Type",
  storefrontType: "Storefront Type",
  color: "Color",
  active: "Active",
};
export const statusColumns = Object.keys(statusColumnLabels) as StatusColumn[];

export const noRange = { min: 1, max: 9999 } as const;
export const descriptionLength = 80;

type CellReader<Value> = (typed: unknown) => Result<Value, CellFault>;

/** Reads what was typed into a cell, and returns its value or why it is none. */
export const readCell: { [Column in StatusColumn]: CellReader<StatusCells[Column]> } = {
  no(typed) {
    const whole = typeof typed === "number" && Number.isInteger(typed);
    return whole && typed >= noRange.min && typed <= noRange.max
      ? ok(typed)
      : refuse({ is: "no_not_in_range" });
  },

  description(typed) {
    if (typeof typed !== "string") return refuse({ is: "description_missing" });
    const value = trimmed(spaced(typed.normalize("NFC")));
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(value)) return refuse({ is: "description_missing" });
    if ([...value].length > descriptionLength) return refuse({ is: "description_too_long" });
    return unseen.test(value) ? refuse({ is: "description_unseen_letters" }) : ok(value);
  },

  type: oneOf(orderStatusTypes, { is: "not_a_type" }),
  storefrontType: oneOf(storefrontTypes, { is: "not_a_storefront_type" }),

  color(typed) {
    const hex = typeof typed === "string" ? normalizeHex(typed) : null;
    return hex ? ok(hex) : refuse({ is: "not_a_color" });
  },

  active(typed) {
    return typeof typed === "boolean" ? ok(typed) : refuse({ is: "not_active_or_inactive" });
  },
};

function oneOf<Value extends string>(values: readonly Value[], fault: CellFault): CellReader<Value> {
  return (typed) => {
    const value = values.find((known) => known === typed);
    return value ? ok(value) : refuse(fault);
  };
}

/** Returns pasted text without line breaks, wide and double spaces, and spaces without any width. */
function spaced(text: string): string {
  return text.replace(/[\u00ad\u180e\u200b\u2060\ufeff]/gu, "").replace(/[\s\u0085]+/gu, " ");
}

/**
 * These are control characters, halves of characters, and overrides of the reading direction, which right-to-left text
 * does not need.
 */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
