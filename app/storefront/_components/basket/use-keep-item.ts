"use client";

import { useRouter } from "next/navigation";
import { useAction } from "@/components/form/use-action";
import type { ChangeBasketItemInput } from "@/lib/schemas/storefront";
import { changeBasketItemAction } from "../../actions";
import { trackSave } from "./basket-saves";

/**
 * Saves one field of a basket's item. `problem` tells why the server did not take it, until something else is typed.
 */
export function useKeepItem() {
  const router = useRouter();
  const { run, failure, forget } = useAction(changeBasketItemAction);
  const keep = async (field: HTMLElement | null, change: ChangeBasketItemInput) => {
    await trackSave(run(change), field);
    router.refresh();
  };
  return { keep, problem: failure && (failure.problems[0]?.message ?? failure.message), forget };
}
