"use client";

import { Combobox, type ComboboxStore } from "@mantine/core";
import { type ReactNode, type Ref, type RefObject, useImperativeHandle } from "react";
import classes from "./remote-select.module.css";

interface OptionListProps<Option> {
  store: ComboboxStore;
  /** Is the box that the list belongs to. */
  box: RefObject<HTMLInputElement | null>;
  label: string | undefined;
  options: readonly Option[];
  /** Is the id of the chosen option. */
  chosen: string | undefined;
  face: (option: Option) => ReactNode;
  hint: ((option: Option) => ReactNode) | undefined;
  loading: boolean;
  /** Replaces the options where there are none. */
  nothing: string;
  onPick: (id: string) => void;
}

/** Shows the list under a combobox. It is a component of its own, so that it loads when a box is first used. */
export function OptionList<Option extends { id: string }>(props: OptionListProps<Option>) {
  const { store, box, label, options, chosen, face, hint, loading, nothing, onPick } = props;
  return (
    <Combobox store={store} onOptionSubmit={onPick} resetSelectionOnOptionHover withinPortal>
      <Combobox.DropdownTarget>
        <Place box={box} />
      </Combobox.DropdownTarget>
      {/* The focus stays in the box wherever in the list somebody presses. */}
      <Combobox.Dropdown onMouseDown={(event) => event.preventDefault()}>
        <Combobox.Options mah={300} style={{ overflowY: "auto" }} aria-label={label} aria-busy={loading}>
          {options.map((option) => (
            <Combobox.Option key={option.id} value={option.id} active={option.id === chosen}>
              <span className={classes.name}>{face(option)}</span>
              {hint && <span className={classes.hint}>{hint(option)}</span>}
            </Combobox.Option>
          ))}
          {options.length === 0 && <Combobox.Empty>{nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Stands for the box, which was on the page before the list. */
function Place({ box, ref }: { box: RefObject<HTMLInputElement | null>; ref?: Ref<HTMLInputElement> }) {
  useImperativeHandle(ref, () => box.current as HTMLInputElement);
  return null;
}
