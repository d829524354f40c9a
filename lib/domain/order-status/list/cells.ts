import { normalizeHex } from "../../values/color";
import { ok, type Result, refuse } from "../../values/result";
import { trimmed } from "../../values/trimmed";
import { type OrderStatusType, orderStatusTypes, type StorefrontType, storefrontTypes } from "../combination";

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

type CellReader<Value> = (typed: unknown) => Result<Value, string>;

/** Reads what was typed into a cell, and returns its value or what to enter instead. */
export const readCell: { [Column in StatusColumn]: CellReader<StatusCells[Column]> } = {
  no(typed) {
    const whole = typeof typed === "number" && Number.isInteger(typed);
    return whole && typed >= noRange.min && typed <= noRange.max
      ? ok(typed)
      : refuse(`Enter a whole number from ${noRange.min} to ${noRange.max}.`);
  },

  description(typed) {
    if (typeof typed !== "string") return refuse("Enter a description.");
    const value = trimmed(spaced(typed.normalize("NFC")));
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(value)) return refuse("Enter a description.");
    if ([...value].length > descriptionLength) return refuse(`Use at most ${descriptionLength} characters.`);
    if (unseen.test(value)) {
      return refuse("Remove control characters and marks that turn the reading direction.");
    }
    return ok(value);
  },

  type: oneOf(orderStatusTypes, "Choose a Type from the list."),
  storefrontType: oneOf(storefrontTypes, "Choose a Storefront Type from the list."),

  color(typed) {
    const hex = typeof typed === "string" ? normalizeHex(typed) : null;
    return hex ? ok(hex) : refuse("Enter a color as #rrggbb, like #1c7ed6.");
  },

  active(typed) {
    return typeof typed === "boolean" ? ok(typed) : refuse("Tick or untick Active.");
  },
};

function oneOf<Value extends string>(values: readonly Value[], message: string): CellReader<Value> {
  return (typed) => {
    const value = values.find((known) => known === typed);
    return value ? ok(value) : refuse(message);
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
