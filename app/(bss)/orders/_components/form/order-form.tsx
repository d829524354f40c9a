"use client";

import { Textarea, TextInput } from "@mantine/core";
import dynamic from "next/dynamic";
import type { KeyboardEvent } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { PendingButton } from "@/components/feedback/pending-button";
import { notInList, RemoteSelect } from "@/components/inputs/remote-select";
import { useMay } from "@/components/layout/current-user";
import { LinkButton } from "@/components/layout/link-button";
import { count } from "@/lib/domain/format/count";
import type { AccountOption, StatusOption } from "@/lib/server/orders/queries/options";
import { DraftNotice } from "../../../_components/form/draft-notice";
import { AddItem } from "./add-item";
import { FormTotals } from "./form-totals";
import type { Figures } from "./live-totals";
import classes from "./order-form.module.css";
import { PayerCredit } from "./payer-credit";
import { StatusField } from "./status-field";
import { useFigures } from "./use-figures";
import { useFocusOnProblem, useOrderForm } from "./use-order-form";
import { useSaveOrder } from "./use-save-order";
import type { OrderFormValues } from "./values";

const ConflictAlert = dynamic(() => import("./conflict-alert").then((module) => module.ConflictAlert), {
  ssr: false,
});

const EditEnd = dynamic(() => import("./edit-end").then((module) => module.EditEnd), { ssr: false });

const ItemGrid = dynamic(() => import("./item-grid").then((module) => module.ItemGrid));

interface OrderFormProps {
  /** Names what is typed, so that a reload finds it again. */
  draftKey: string;
  initial: OrderFormValues;
  figures: Figures;
  currency: string;
  statuses: StatusOption[];
  /** Is the order that is edited; without it, the form makes a new one. */
  edited?: { code: string; version: number; productsLocked: string | null };
}

export function OrderForm({ draftKey, initial, figures, currency, statuses, edited }: OrderFormProps) {
  const mayDecideCredit = useMay("credit-limit:save");
  const form = useOrderForm(draftKey, initial, edited?.version);
  const { values, set, problems, draft } = form;
  const { totals, lineOf, missingOf } = useFigures(values.items, currency, {
    ...figures,
    items: initial.items,
  });
  const chosen = statuses.find(({ id }) => id === values.statusId);
  const moved = values.statusId !== initial.statusId;
  const saving = useSaveOrder(form, { edited: edited?.code, chosen, moved });
  const { save, pending, failure, question } = saving;
  const payer = values.billingTo ?? values.account;
  const locked = edited?.productsLocked ?? null;
  useFocusOnProblem(problems);

  const discard = () => {
    draft.discard();
    form.setValues(initial);
  };

  return (
    <form
      className={classes.layout}
      noValidate
      onSubmit={save}
      onKeyDown={keepInTable}
      aria-label={edited ? "Edit order" : "New order"}
    >
      <DraftNotice
        draft={draft}
        offered={draft.offered ? inWords(draft.offered.values) : ""}
        onDiscard={discard}
      />
      {edited && (failure?.reason === "conflict" || draft.version < edited.version) && (
        <ConflictAlert
          code={edited.code}
          failure={failure}
          base={draft.base}
          mine={values}
          onMerge={(merged, { version, theirs }) => {
            draft.rebase(version, theirs);
            form.setValues(merged);
            save(undefined, version, merged);
          }}
          onDiscard={() => {
            draft.clear();
            location.reload();
          }}
        />
      )}
      {failure?.reason !== "conflict" && (
        <FailureAlert failure={failure}>
          {Object.keys(problems).length === 1 && problems.items ? problems.items : null}
        </FailureAlert>
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
                description={
                  mayDecideCredit
                    ? undefined
                    : "The account itself, or the account that pays for it. Administrators can choose another."
                }
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
          <StatusField
            statuses={statuses}
            statusId={values.statusId}
            edited={edited !== undefined}
            error={problems.statusId}
            onChange={(statusId) => set({ statusId }, "statusId")}
          />
          <FormTotals totals={totals} currency={currency} />
          <div className={classes.buttons}>
            <PendingButton type="submit" pending={pending} fullWidth>
              Save
            </PendingButton>
            <LinkButton variant="default" fullWidth href={edited ? `/orders/${edited.code}` : "/orders"}>
              Back
            </LinkButton>
          </div>
          {payer && !locked && payer.id !== notInList && (
            <PayerCredit
              payer={payer}
              order={edited?.code}
              initialPrice={figures.totals.finalPrice}
              missingOf={(available) =>
                missingOf ? missingOf(available, totals.finalPrice, currency) : undefined
              }
              currency={currency}
            />
          )}
        </div>
      </aside>
      {question && (
        <EditEnd
          question={question}
          statuses={statuses}
          send={saving.send}
          reload={() => save()}
          onDone={saving.finish}
          onClose={saving.back}
        />
      )}
    </form>
  );
}

function inWords({ account, items }: OrderFormValues): string {
  const customer = account?.name ? ` for ${account.name}` : "";
  const products = ` with ${count(items.length, "item")}`;
  return `an order${customer}${items.length > 0 ? products : ""}`;
}

/** Keeps Enter in a cell of the items from sending the order. */
function keepInTable(event: KeyboardEvent<HTMLFormElement>) {
  const target = event.target as HTMLElement;
  if (event.key === "Enter" && target.matches("table input")) event.preventDefault();
}
