"use client";

import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import type { ReactNode } from "react";
import { useHeld } from "./held";
import classes from "./remote-select.module.css";
import { type ChoiceProps, notInList, useChoice } from "./use-choice";

export { notInList };

interface RemoteSelectProps<Option> extends ChoiceProps<Option> {
  label?: string;
  /** Accessible name where there is no visible label. */
  name?: string;
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
  tabIndex?: number;
}

/** A combobox whose options are found by what is typed, by the server where they are thousands. */
export function RemoteSelect<Option extends { id: string; name: string }>(props: RemoteSelectProps<Option>) {
  const { value, hint } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { options, state, typed, waits, pick, type, enter, leave } = useChoice(props, combobox);
  // Where the box is left by pressing a button, that stays where it is.
  const problem = useHeld(props.error ?? (value?.id === notInList && !waits && "Choose one from the list."));

  return (
    <Combobox store={combobox} onOptionSubmit={pick} resetSelectionOnOptionHover withinPortal>
      <Combobox.Target withExpandedAttribute autoComplete="off">
        <InputBase
          id={props.id}
          tabIndex={props.tabIndex}
          label={props.label}
          aria-label={props.name}
          description={props.description}
          error={problem}
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
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          // What is being typed while the page wakes up is not selected, or the next key would take its place.
          onFocus={({ currentTarget: box }) => box.value === (value?.name ?? "") && box.select()}
          onBlur={leave}
          onKeyDown={(event) => {
            // Enter belongs to the list while it is open, also when it has found nothing yet.
            if (event.key === "Enter" && combobox.dropdownOpened) {
              event.preventDefault();
              enter();
            }
            if (event.key === "Escape" && combobox.dropdownOpened) event.stopPropagation();
          }}
        />
      </Combobox.Target>
      {/* The focus stays in the box wherever in the list somebody presses. */}
      <Combobox.Dropdown onMouseDown={(event) => event.preventDefault()}>
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
