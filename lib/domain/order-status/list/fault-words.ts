import { storefrontTypeLabels, typeLabels } from "../combination";
import { descriptionLength, noRange } from "./cells";
import type { StatusFault } from "./fault";
import { countOrders, mostStatuses, systemRowKeeps } from "./list";

/** Tells a fault of a list of statuses: what is wrong and what to do. */
export function faultWords(fault: StatusFault): string {
  switch (fault.is) {
    case "no_not_in_range":
      return `Enter a whole number from ${noRange.min} to ${noRange.max}.`;
    case "description_missing":
      return "Enter a description.";
    case "description_too_long":
      return `Use at most ${descriptionLength} characters.`;
    case "description_unseen_letters":
      return "Remove control characters and marks that turn the reading direction.";
    case "not_a_type":
      return "Choose a Type from the list.";
    case "not_a_storefront_type":
      return "Choose a Storefront Type from the list.";
    case "not_a_color":
      return "Enter a color as #rrggbb, like #1c7ed6.";
    case "not_active_or_inactive":
      return "Tick or untick Active.";
    case "gone":
      return "This status is gone.";
    case "never_listed":
      return "No version of the list had it.";
    case "listed_again":
      return `It is in the list again, as “${fault.description}”: remove this row.`;
    case "too_many":
      return `There would be ${fault.statuses} statuses, and ${mostStatuses} is the most.`;
    case "system_row_keeps":
      return systemRowKeeps[fault.column];
    case "system_row_stays":
      return "A system status cannot be deleted.";
    case "type_in_use":
      return `${countOrders(fault.orders)} this status, so its Type stays ${typeLabels[fault.type]}.`;
    case "storefront_type_in_use":
      return `${countOrders(fault.orders)} this status, so its Storefront Type cannot become ${storefrontTypeLabels[fault.storefrontType]}: only the Storefront gives orders such a status.`;
    case "type_of_the_system":
      return `Only the system sets ${typeLabels[fault.type]}.`;
    case "description_taken":
      return `Another status is called “${fault.description}”. Use a different description.`;
    case "description_looks_alike":
      return `This looks like “${fault.description}”. Use a description that people can tell from it.`;
    case "no_taken":
      return `“${fault.description ?? "Another new status"}” already has No. ${fault.no} among the active statuses of ${typeLabels[fault.type]}, ${storefrontTypeLabels[fault.storefrontType]}. Use another number.`;
    case "replacement_missing":
      return `${countOrders(fault.orders)} this status. Choose the status that replaces it.`;
    case "replacement_faulty":
      return "The status that replaces it has a problem itself.";
    case "replacement_of_another_type":
      return `Choose a replacement of the same Type, ${typeLabels[fault.type]}.`;
    case "replacement_inactive":
      return "Choose an active status as the replacement.";
    case "replacement_not_settable":
      return "Choose a replacement that users may set, or one of the same Storefront Type.";
  }
}
