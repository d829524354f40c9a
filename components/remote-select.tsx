"use client";

import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import classes from "./remote-select.module.css";

interface RemoteSelectProps<Option> {
  label?: string;
  /** Accessible name where there is no visible label. */
  name?: string;
  /** Address that answers the options for what is typed, as `?q=`; or all of them, where they are few. */
  source: string | readonly Option[];
  value: { id: string; name: string } | null;
  onChange: (option: Option | null) => void;
  /** Something was typed and nothing chosen: a value that says so, for the server to refuse. Without, it is dropped. */
  onUnmatched?: (typed: { id: string; name: string }) => void;
  /** How an option is shown; by its name unless given. */
  face?: (option: Option) => ReactNode;
  /** Before the value in the box, what the value is known by. */
  mark?: ReactNode;
  /** Second line of an option, what tells two of one name apart. */
  hint?: (option: Option) => ReactNode;
  placeholder?: string;
  description?: ReactNode;
  error?: ReactNode;
  disabled?: boolean;
  required?: boolean;
  /** Why there is nothing to choose, when nothing was typed. */
  empty?: string;
  id?: string;
  /** Picks are taken and the box is empty again, as a filter wants it. */
  forgets?: boolean;
  onPicked?: () => void;
  tabIndex?: number;
}

/** The id of a value that was typed and is no option. */
export const notInList = "not-in-list";

/** A combobox whose options are found by what is typed, by the server where they are thousands. */
export function RemoteSelect<Option extends { id: string; name: string }>(props: RemoteSelectProps<Option>) {
  const { source, value, onChange, hint, forgets = false } = props;
  /** What is typed; null shows the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { options, state } = useOptions<Option>(source, typed ?? "", combobox.dropdownOpened);

  /** Enter was pressed before the answer came: its first option is meant. */
  const hurried = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first of what was found is what Enter takes
  useEffect(() => {
    if (!typed || state !== "ready") return;
    if (hurried.current && options[0]) pick(options[0].id);
    else if (options.length > 0) combobox.selectFirstOption();
    hurried.current = false;
  }, [options, state]);

  const pick = (id: string) => {
    const option = options.find((candidate) => candidate.id === id);
    if (!option) return;
    onChange(option);
    setTyped(forgets ? "" : null);
    combobox.closeDropdown();
    props.onPicked?.();
  };
  const leave = () => {
    combobox.closeDropdown();
    const text = typed?.trim();
    if (text === "" && value && !forgets) onChange(null);
    if (text && text !== value?.name) props.onUnmatched?.({ id: notInList, name: text });
    setTyped(null);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} resetSelectionOnOptionHover withinPortal>
      <Combobox.Target withExpandedAttribute autoComplete="off">
        <InputBase
          id={props.id}
          tabIndex={props.tabIndex}
          label={props.label}
          aria-label={props.name}
          description={props.description}
          error={props.error ?? (value?.id === notInList && "Choose one from the list.")}
          required={props.required}
          withAsterisk={false}
          disabled={props.disabled}
          placeholder={props.placeholder}
          maxLength={100}
          value={typed ?? value?.name ?? ""}
          leftSection={props.mark}
          leftSectionPointerEvents="none"
          rightSection={state === "loading" ? <Loader size={14} /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            hurried.current = false;
            // What was found before is no answer to what is typed now.
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={leave}
          onKeyDown={(event) => {
            // Enter belongs to the list while it is open, also when it has found nothing yet.
            if (event.key === "Enter" && combobox.dropdownOpened) {
              event.preventDefault();
              hurried.current = Boolean(typed) && state === "loading";
            }
            if (event.key === "Escape" && combobox.dropdownOpened) event.stopPropagation();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options
          mah={300}
          style={{ overflowY: "auto" }}
          aria-label={props.label ?? props.name}
          aria-busy={state === "loading"}
        >
          {options.map((option) => (
            <Combobox.Option key={option.id} value={option.id} active={option.id === value?.id}>
              <span className={classes.name}>{props.face?.(option) ?? option.name}</span>
              {hint && <span className={classes.hint}>{hint(option)}</span>}
            </Combobox.Option>
          ))}
          {options.length === 0 && (
            <Combobox.Empty>
              {state === "loading" && "Searching …"}
              {state === "failed" && "The list could not be loaded. Type again to retry."}
              {state === "ready" &&
                (typed ? `Nothing found for “${typed}”` : (props.empty ?? "Nothing to choose"))}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function useOptions<Option extends { name: string }>(
  source: string | readonly Option[],
  q: string,
  wanted: boolean,
) {
  const remote = useRemoteOptions<Option>(typeof source === "string" ? source : "", q, wanted);
  const local = useMemo(() => {
    if (typeof source === "string") return null;
    const sought = q.trim().toLowerCase();
    return source.filter(({ name }) => name.toLowerCase().includes(sought));
  }, [source, q]);
  return local ? { options: local, state: "ready" as const } : remote;
}

/** Asks a moment after the last key; a newer question cancels the older one. */
function useRemoteOptions<Option>(source: string, q: string, wanted: boolean) {
  const [found, setFound] = useState<{ address: string; options: Option[]; failed: boolean } | null>(null);
  const address = `${source}${source.includes("?") ? "&" : "?"}q=${encodeURIComponent(q)}`;
  const asks = wanted && source !== "" && found?.address !== address;

  useEffect(() => {
    if (!asks) return;
    const controller = new AbortController();
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(address, { signal: controller.signal });
          const options: Option[] = response.ok ? await response.json() : [];
          setFound({ address, options, failed: !response.ok });
        } catch {
          if (!controller.signal.aborted) setFound({ address, options: [], failed: true });
        }
      },
      q === "" ? 0 : 150,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address, asks, q]);

  // While the next answer is on its way, the last one stays, so that the list does not flicker.
  const state = asks ? "loading" : found?.failed ? "failed" : "ready";
  return { options: found?.options ?? none, state } as { options: Option[]; state: typeof state };
}

const none: never[] = [];
