"use client";

import { Button } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import { useDraft } from "@/components/form/use-draft";
import { Link } from "@/components/layout/link";
import {
  type ActionFailure,
  type ActionResult,
  type Problem,
  problemsByPath,
} from "@/lib/schemas/action-result";
import { DraftNotice } from "./draft-notice";
import classes from "./form.module.css";
import type { Overtaken as Joined } from "./overtaken";

const Overtaken = dynamic(() => import("./overtaken").then((module) => module.Overtaken), {
  ssr: false,
}) as typeof Joined;

interface EditFormProps<Values extends Record<string, unknown>, Saved> {
  /** Names what is edited, such as "Account". */
  label: string;
  /** Names what is typed, so that a reload finds it again. */
  draftKey: string;
  /**
   * Is the row as it is now; without it, the form makes a new one. A page that stays after a save keys the form by its
   * version.
   */
  edited?: { name: string; version: number } | null;
  initial: Values;
  save: (values: Values, version: number) => Promise<ActionResult<Saved>>;
  onSaved: (saved: Saved, values: Values) => void;
  /** Labels the button, where a page has several forms. */
  verb?: string;
  /** Is where Cancel leads. */
  back?: string;
  /** Tells which field shows which problem. */
  errorsOf?: (problems: Problem[]) => Record<string, string>;
  autoComplete?: "off";
  children: (form: UseFormReturnType<Values>) => ReactNode;
}

/**
 * Edits a row's fields and saves them. Nothing typed is lost: not by a refusal, a reload or the end of the session.
 * After somebody else's save, the person chooses whose values count.
 */
export function EditForm<Values extends Record<string, unknown>, Saved>({
  edited = null,
  errorsOf = problemsByPath,
  ...props
}: EditFormProps<Values, Saved>) {
  const form = useForm<Values>({ initialValues: props.initial });
  const draft = useDraft(props.draftKey, form, edited?.version, edited === null);
  const save = useAction(props.save);
  const conflict = save.failure?.reason === "conflict";

  const submit = async (values: Values, version: number) => {
    const result = await save.run(values, version);
    if (!result.ok) return form.setErrors(errorsOf(result.problems));
    draft.clear();
    form.resetDirty(values);
    props.onSaved(result.value, values);
  };
  const discard = () => {
    form.reset();
    draft.discard();
  };

  return (
    <form
      onSubmit={form.onSubmit((values) => submit(values, draft.version))}
      noValidate
      className={classes.form}
      aria-label={props.label}
      autoComplete={props.autoComplete}
    >
      <FailureAlert failure={edited && conflict ? null : save.failure}>
        {toldByField(save.failure) && "Nothing was saved. Correct the marked field."}
      </FailureAlert>
      {edited && (conflict || draft.version < edited.version) && (
        <Overtaken
          name={edited.name}
          newest={edited.version}
          theirs={props.initial}
          mine={form.values}
          draft={draft}
          failure={save.failure}
          onMerge={(merged) => {
            form.setValues(merged);
            submit(merged, edited.version);
          }}
        />
      )}
      <DraftNotice draft={draft} offered="to add another one" onDiscard={discard} />
      {props.children(form)}
      <div className={classes.buttons}>
        <PendingButton type="submit" pending={save.pending}>
          {props.verb ?? "Save"}
        </PendingButton>
        {props.back && (
          <Button variant="default" component={Link} href={props.back} onClick={draft.clear}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

/** A refusal that is about one field is told there. The alert would only say it again. */
function toldByField(failure: ActionFailure | null): boolean {
  return failure?.problems.some(({ message }) => message === failure.message) ?? false;
}
