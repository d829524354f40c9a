"use client";

import { ComboboxChevron, InputBase, Loader, useCombobox } from "@mantine/core";
import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState } from "react";
import { useStill } from "../live/still";
import type { OptionList as List } from "./option-list";
import { type ChoiceProps, notInList, useChoice } from "./use-choice";

export { notInList };

const load = () => import("./option-list").then((module) => module.OptionList);
const OptionList = dynamic(load, { ssr: false }) as typeof List;

interface RemoteSelectProps<Option> extends ChoiceProps<Option> {
  label?: string;
  /** Names the box for screen readers where there is no visible label. */
  name?: string;
  /** Draws an option; unless given, by its name. */
  face?: (option: Option) => ReactNode;
  /** Draws the sign of the value, before it in the box. */
  mark?: ReactNode;
  /** Is the second line of an option, which tells two of the same name apart. */
  hint?: (option: Option) => ReactNode;
  placeholder?: string;
  description?: ReactNode;
  error?: ReactNode;
  disabled?: boolean;
  required?: boolean;
  /** Says why there is nothing to choose, when nothing was typed. */
  empty?: string;
  id?: string;
  tabIndex?: number;
}

/** Finds the options by what is typed. The server finds them where there are thousands. */
export function RemoteSelect<Option extends { id: string; name: string }>(props: RemoteSelectProps<Option>) {
  const { value, face = ({ name }) => name, hint, label, name } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { options, state, typed, waits, pick, type, key, active, leave } = useChoice(props, combobox);
  const [woken, setWoken] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  // The button that is pressed to leave the box must stay where it is.
  const problem = useStill(props.error ?? (value?.id === notInList && !waits && "Choose one from the list."));
  const opened = combobox.dropdownOpened;
  const listed = opened && combobox.listId ? combobox.listId : undefined;
  const nothing = {
    loading: "Searching …",
    failed: "The list could not be loaded. Type again to retry.",
    ready: typed ? `Nothing found for “${typed}”` : (props.empty ?? "Nothing to choose"),
  };

  return (
    <>
      <InputBase
        ref={box}
        id={props.id}
        tabIndex={props.tabIndex}
        label={label}
        aria-label={name}
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
        rightSection={state === "loading" ? <Loader size={14} /> : <ComboboxChevron />}
        rightSectionPointerEvents="none"
        role="combobox"
        autoComplete="off"
        aria-haspopup="listbox"
        aria-expanded={opened}
        aria-controls={listed}
        aria-activedescendant={opened ? (active ?? undefined) : undefined}
        // An open dialog leaves Escape to the list.
        data-mantine-stop-propagation={opened || undefined}
        onPointerEnter={load}
        onChange={(event) => {
          setWoken(true);
          type(event.currentTarget.value);
        }}
        onClick={() => combobox.openDropdown()}
        onFocus={() => {
          setWoken(true);
          // Text that somebody types while the page wakes up is not selected, or the next key would replace it.
          if (box.current?.value === (value?.name ?? "")) box.current.select();
        }}
        onBlur={leave}
        onKeyDown={key}
      />
      {/* The box may have got the focus before the page's scripts ran, which React never hears. */}
      {(woken || opened) && (
        <OptionList
          store={combobox}
          box={box}
          label={label ?? name}
          options={options}
          chosen={value?.id}
          face={face}
          hint={hint}
          loading={state === "loading"}
          nothing={nothing[state]}
          onPick={pick}
        />
      )}
    </>
  );
}
