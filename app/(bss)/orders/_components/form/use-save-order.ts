"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { notify, notifyProblem } from "@/components/feedback/notify";
import { newKey } from "@/components/form/new-key";
import { useAction } from "@/components/form/use-action";
import { useOnce } from "@/components/form/use-once";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import type { SavedOrder } from "@/lib/server/orders/commands/saved-order";
import type { OrderToEnd } from "@/lib/server/orders/queries/get-order";
import type { StatusOption } from "@/lib/server/orders/queries/options";
import { createOrderAction, editOrderAction, previewEditAction } from "../../actions";
import type { useOrderForm } from "./use-order-form";
import { createInput, editInput } from "./values";

/** Holds the status of an edit that ends its order, and the order as it would be, to ask about them. */
export type EndQuestion = { status: StatusOption; order: OrderToEnd };

/** Saves an order's form. An edit that executes or cancels its order asks first, and saves with the answers. */
export function useSaveOrder(
  form: ReturnType<typeof useOrderForm>,
  { edited, chosen, moved }: { edited: string | undefined; chosen: StatusOption | undefined; moved: boolean },
) {
  const router = useRouter();
  const { values, draft, set } = form;
  const create = useAction(createOrderAction);
  const edit = useAction(editOrderAction);
  const preview = useAction(previewEditAction);
  const [question, setQuestion] = useState<EndQuestion | null>(null);
  const [failed, setFailed] = useState<keyof typeof actions>("create");
  const actions = { create, edit, preview };
  const once = useOnce();
  const ends = edited !== undefined && moved && chosen !== undefined && chosen.type !== "in_progress";

  const save = (event?: FormEvent, over = draft.version, typed = values) => {
    event?.preventDefault();
    return once(() => send(over, typed));
  };

  /** Answers whether the order is saved, so that nothing is sent again until its page is there. */
  const send = async (over: number, typed: typeof values): Promise<boolean> => {
    const action = edited === undefined ? "create" : ends ? "preview" : "edit";
    setFailed(action);
    const result =
      edited === undefined
        ? await create.run(createInput(typed))
        : await actions[action === "preview" ? "preview" : "edit"].run(editInput(edited, over, typed));
    if (!result.ok) {
      setQuestion(null);
      form.show(result.problems, typed.items);
      // The answer told what became of the last one. Saving again therefore means another order.
      if ((result.refusal as OrderRefusal | undefined)?.reason === "key_reused") set({ sentAs: newKey() });
      return false;
    }
    if ("notExecuted" in result.value) {
      finish(result.value);
      return true;
    }
    if (chosen) setQuestion({ status: chosen, order: result.value });
    return false;
  };

  const finish = ({ code, notExecuted }: SavedOrder) => {
    draft.clear();
    if (notExecuted) notifyProblem(`Order ${code} is saved, but it was not executed. Its page says why.`);
    else notify(`Order ${code} saved`);
    router.push(`/orders/${code}`);
  };

  /** Sends the typed edit together with the answers to its question. */
  const sendWith = (answers: Partial<Parameters<typeof editOrderAction>[0]>) =>
    editOrderAction({ ...editInput(edited ?? "", draft.version, values), ...answers });

  return {
    save,
    finish,
    question,
    send: sendWith,
    back: () => setQuestion(null),
    pending: create.pending || edit.pending || preview.pending,
    failure: actions[failed].failure,
  };
}
