"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useMemo, useRef } from "react";
import { LinkButton } from "@/components/link-button";
import { newKey } from "@/components/new-key";
import { notify, notifyProblem } from "@/components/notify";
import { notInList, RemoteSelect } from "@/components/remote-select";
import { useAction } from "@/components/use-action";
import type { OrderRefusal } from "@/lib/domain/order/refusal";
import type { AccountOption, StatusOption } from "@/lib/server/orders/options";
import { createOrderAction, editOrderAction } from "../../actions";
import { AddItem } from "./add-item";
import { FormTotals } from "./form-totals";
import type { Figures } from "./live-totals";
import classes from "./order-form.module.css";
import { useFigures } from "./use-figures";
import { useFocusOnProblem, useOrderForm } from "./use-order-form";
import { createInput, editInput, type OrderFormValues } from "./values";

const ConflictAlert = dynamic(() => import("./conflict-alert").then((module) => module.ConflictAlert), {
  ssr: false,
});

const ItemGrid = dynamic(() => import("./item-grid").then((module) => module.ItemGrid));

interface OrderFormProps {
  /** Names what is typed, so that a reload finds it again. */
  draftKey: string;
  initial: OrderFormValues;
  figures: Figures;
  currency: string;
  statuses: StatusOption[];
  /** The order that is edited; without, a new one is made. */
  edited?: { code: string; version: number; productsLocked: string | null };
}

export function OrderForm({ draftKey, initial, figures, currency, statuses, edited }: OrderFormProps) {
  const router = useRouter();
  const form = useOrderForm(draftKey, initial, edited?.version);
  const { values, set, problems, draft } = form;
  const { totals, lineOf } = useFigures(values.items, currency, { ...figures, items: initial.items });
  const create = useAction(createOrderAction);
  const edit = useAction(editOrderAction);
  const sent = useRef(false);
  const { failure } = edited ? edit : create;
  const pending = create.pending || edit.pending;
  const locked = edited?.productsLocked ?? null;
  useFocusOnProblem(problems);

  const save = async (event?: FormEvent, over = draft.version) => {
    event?.preventDefault();
    // Until the page of the saved order is there, nothing is sent again.
    if (sent.current) return;
    sent.current = true;
    const result = edited
      ? await edit.run(editInput(edited.code, over, values))
      : await create.run(createInput(values));
    if (!result.ok) {
      sent.current = false;
      form.show(result.problems, values.items);
      // It was told what became of the one before; whoever saves again means another order.
      if ((result.refusal as OrderRefusal | undefined)?.reason === "key_reused") set({ sentAs: newKey() });
      return;
    }
    draft.clear();
    const { code } = result.value;
    if ("notExecuted" in result.value && result.value.notExecuted) {
      notifyProblem(`Order ${code} is saved, but it was not executed. Its page says why.`);
    } else notify(`Order ${code} saved`);
    router.push(`/orders/${code}`);
  };
  const discard = () => {
    draft.discard();
    form.setValues(initial);
  };

  const chosen = statuses.find(({ id }) => id === values.statusId);
  const offered = useMemo(
    () => statuses.map(({ id, description }) => ({ id, name: description })),
    [statuses],
  );

  return (
    <form
      className={classes.layout}
      noValidate
      onSubmit={save}
      onKeyDown={keepInTable}
      aria-label={edited ? "Edit order" : "New order"}
    >
      {draft.restored && (
        <p role="status" className={classes.notice}>
          What you had typed is still here.{" "}
          <button type="button" onClick={discard}>
            Start again
          </button>
        </p>
      )}
      {edited && (failure?.reason === "conflict" || draft.version < edited.version) && (
        <ConflictAlert
          code={edited.code}
          failure={failure}
          onOverwrite={(newest) => {
            draft.setVersion(newest);
            save(undefined, newest);
          }}
          onDiscard={() => {
            draft.clear();
            location.reload();
          }}
        />
      )}
      {failure && failure.reason !== "conflict" && (
        <p role="alert" className={classes.alert}>
          {Object.keys(problems).length === 1 && problems.items ? problems.items : failure.message}
        </p>
      )}

      <div className={classes.main}>
        <section className={classes.card} aria-label="Customer">
          <div className={classes.fields}>
            {edited ? (
              <TextInput label="Account" value={values.account?.name ?? ""} readOnly variant="filled" />
            ) : (
              <RemoteSelect<AccountOption>
                label="Account"
                placeholder="Search by name or code"
                source="/orders/options/accounts"
                value={values.account}
                error={problems.accountId}
                empty="There is no active account yet. Make one under Accounts."
                hint={({ code }) => code}
                onChange={(account) =>
                  set(
                    {
                      account,
                      billingTo: account?.billingTo ?? null,
                      items: values.items.map((item) => ({ ...item, subscription: null })),
                    },
                    "accountId",
                    "billingToId",
                  )
                }
                onUnmatched={(account) =>
                  set({ account: { ...account, code: "", billingTo: account } }, "accountId")
                }
              />
            )}
            {locked ? (
              <TextInput label="Billing to" value={values.billingTo?.name ?? ""} readOnly variant="filled" />
            ) : (
              <RemoteSelect<AccountOption>
                label="Billing to"
                placeholder="As the account has it"
                source="/orders/options/accounts"
                value={values.billingTo}
                error={problems.billingToId}
                hint={({ code }) => code}
                onChange={(billingTo) => set({ billingTo }, "billingToId")}
                onUnmatched={(billingTo) => set({ billingTo }, "billingToId")}
              />
            )}
            <TextInput
              label="Name"
              placeholder={edited ? undefined : "Account and code"}
              autoComplete="off"
              value={values.name}
              error={problems.name}
              onChange={(event) => set({ name: event.currentTarget.value }, "name")}
            />
            <Textarea
              label="Note"
              autosize
              minRows={1}
              maxRows={8}
              value={values.note}
              error={problems.note}
              onChange={(event) => set({ note: event.currentTarget.value }, "note")}
            />
          </div>
        </section>
        <section className={classes.card} aria-labelledby="items-heading">
          <h2 id="items-heading">Products</h2>
          {locked ? (
            <p className={classes.locked}>{locked}</p>
          ) : (
            <AddItem currency={currency} onAdd={form.addItem} />
          )}
          {problems.items && (
            <p className={classes.problem} aria-invalid="true" tabIndex={-1}>
              {problems.items}
            </p>
          )}
          {values.items.length > 0 && (
            <ItemGrid
              items={values.items}
              accountId={values.account?.id === notInList ? undefined : values.account?.id}
              currency={currency}
              locked={locked !== null}
              problems={problems}
              busy={pending}
              lineOf={lineOf}
              onChange={form.setItems}
            />
          )}
        </section>
      </div>

      <aside className={classes.aside} aria-label="Status and totals">
        <div className={classes.card}>
          <RemoteSelect
            label="Status"
            description={chosen && statusHints[chosen.type]}
            source={offered}
            value={chosen ? { id: chosen.id, name: chosen.description } : null}
            error={problems.statusId}
            onChange={(status) => status && set({ statusId: status.id }, "statusId")}
          />
          <FormTotals totals={totals} currency={currency} />
          <div className={classes.buttons}>
            <Button type="submit" loading={pending} fullWidth>
              Save
            </Button>
            <LinkButton variant="default" fullWidth href={edited ? `/orders/${edited.code}` : "/orders"}>
              Back
            </LinkButton>
          </div>
        </div>
      </aside>
    </form>
  );
}

/** Enter in a cell of the items does not send the order. */
function keepInTable(event: KeyboardEvent<HTMLFormElement>) {
  const target = event.target as HTMLElement;
  if (event.key === "Enter" && target.matches("table input")) event.preventDefault();
}

const statusHints = {
  in_progress: undefined,
  automatic_execute: "Saves and executes the order.",
  cancelled: "Saves the order as cancelled, which is final.",
} as const;
