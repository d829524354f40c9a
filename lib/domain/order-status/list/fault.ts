import type { OrderStatusType, StorefrontType } from "../combination";

/** Says why what was typed into a cell is no value of its column. */
export type CellFault =
  | { is: "no_not_in_range" }
  | { is: "description_missing" }
  | { is: "description_too_long" }
  | { is: "description_unseen_letters" }
  | { is: "not_a_type" }
  | { is: "not_a_storefront_type" }
  | { is: "not_a_color" }
  | { is: "not_active_or_inactive" };

/** Says why a status cannot take over the orders of a deleted one. */
export type ReplacementFault =
  | { is: "replacement_of_another_type"; type: OrderStatusType }
  | { is: "replacement_inactive" }
  | { is: "replacement_not_settable" };

/** Says which rule a row of an edited list breaks, as data: docs/domain.md, section 1. `faultWords` tells it. */
export type StatusFault =
  | CellFault
  | ReplacementFault
  | { is: "gone" }
  | { is: "never_listed" }
  | { is: "listed_again"; description: string }
  | { is: "too_many"; statuses: number }
  | { is: "system_row_keeps"; column: "type" | "storefrontType" | "active" }
  | { is: "system_row_stays" }
  | { is: "type_in_use"; orders: number; type: OrderStatusType }
  | { is: "storefront_type_in_use"; orders: number; storefrontType: StorefrontType }
  | { is: "type_of_the_system"; type: OrderStatusType }
  | { is: "description_taken"; description: string }
  | { is: "description_looks_alike"; description: string }
  /** The description of the other status is null if it is new and has none yet. */
  | {
      is: "no_taken";
      description: string | null;
      no: number;
      type: OrderStatusType;
      storefrontType: StorefrontType;
    }
  | { is: "replacement_missing"; orders: number }
  | { is: "replacement_faulty" };
