import type { ComboboxStore } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useStill } from "../live/still";
import { useOptions } from "./use-remote-options";

export interface ChoiceProps<Option> {
  /** Is the address that answers the options for a text, as `?q=`, or all options where they are few. */
  source: string | readonly Option[];
  value: { id: string; name: string } | null;
  onChange: (option: Option | null) => void;
  /** Gets text that is no option, so that the server can refuse it. Without this, the text is dropped. */
  onUnmatched?: (typed: { id: string; name: string }) => void;
  /** Hears of a pick while the box has the focus, which may move on from here. */
  onPicked?: () => void;
  /** Empties the box after each pick, as a filter wants it. */
  forgets?: boolean;
}

const steps: Partial<Record<string, "selectNextOption" | "selectPreviousOption">> = {
  ArrowDown: "selectNextOption",
  ArrowUp: "selectPreviousOption",
};

/** Is the id of a value that was typed and is no option. */
export const notInList = "not-in-list";

/** Is text that was left in the box before its answer came. */
interface Left {
  text: string;
  /** Says that Enter was pressed, which means the first option. */
  first: boolean;
  /** Is the id that the value had then. */
  before: string | undefined;
}

/**
 * Holds what is typed into a combobox and what of it is chosen. Handlers read `now` instead of the state that they
 * were rendered with. So a blur in the same moment as a pick does not replace the pick by what was typed before.
 */
export function useChoice<Option extends { id: string; name: string }>(
  { source, value, onChange, onUnmatched, onPicked, forgets = false }: ChoiceProps<Option>,
  combobox: ComboboxStore,
) {
  const now = useRef<{ typed: string | null; hurried: boolean }>({ typed: null, hurried: false });
  /** Is what is typed; null shows the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState<Left | null>(null);
  /** Is the element of the option that the arrow keys went to. */
  const [active, setActive] = useState<string | null>(null);
  const question = typed ?? left?.text ?? "";
  const wanted = combobox.dropdownOpened || typed !== null || left !== null;
  const found = useOptions<Option>(source, question, wanted);
  const { options, state } = useStill(found);
  const shown = useRef(options);

  const become = (text: string | null) => {
    now.current = { typed: text, hurried: false };
    setTyped(text);
    setLeft(null);
  };
  const choose = (option: Option) => {
    become(null);
    onChange(option);
  };
  const take = (option: Option) => {
    choose(option);
    combobox.closeDropdown();
    onPicked?.();
  };
  const pick = (id: string) => {
    const option = options.find((candidate) => candidate.id === id);
    if (option) take(option);
  };

  const type = (text: string) => {
    become(text);
    // What was found before does not answer what is typed now.
    combobox.resetSelectedOption();
    combobox.openDropdown();
  };
  /** The arrow keys open the list and walk through it, and Enter takes the marked option. */
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const opened = combobox.dropdownOpened;
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      if (!opened) combobox.openDropdown("keyboard");
      setActive(opened ? combobox[step]() : combobox.selectActiveOption());
      if (!opened) combobox.updateSelectedOptionIndex("selected", { scrollIntoView: true });
    }
    // Enter belongs to the list while it is open, also when it has found nothing yet.
    if (event.key === "Enter" && opened) {
      event.preventDefault();
      const marked = combobox.getSelectedOptionIndex() !== -1;
      const means = !marked && Boolean(now.current.typed);
      // Enter means the first option of what was typed, unless the arrow keys went to one that is shown: also before the answer
      // comes, and where the list came after the answer and has nothing marked yet.
      now.current.hurried = means && found.state === "loading";
      const [first] = found.options;
      if (marked) combobox.clickSelectedOption();
      else if (means && found.state === "ready" && first) take(first);
    }
    if (event.key === "Escape" && opened) {
      event.stopPropagation();
      combobox.closeDropdown("keyboard");
    }
  };

  const leave = () => {
    combobox.closeDropdown();
    const { typed: before, hurried } = now.current;
    // Nothing was typed since the last choice.
    if (before === null) return;
    become(null);
    const text = before.trim();
    if (text === "") {
      if (value && !forgets) onChange(null);
      return;
    }
    if (text === value?.name && value.id !== notInList) return;
    const option = found.state === "ready" && named(found.options, text);
    if (option) return choose(option);
    if (found.state === "loading") setLeft({ text, first: hurried, before: value?.id });
    onUnmatched?.({ id: notInList, name: text });
  };

  /** Takes the answer to the text that was left, unless something else was chosen since. */
  const settle = ({ text, first, before }: Left) => {
    setLeft(null);
    const untouched = onUnmatched ? value?.id === notInList && value.name === text : value?.id === before;
    const option = first ? options[0] : named(options, text);
    if (untouched && option) choose(option);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is taken once, when it comes
  useEffect(() => {
    if (state === "loading") return;
    const marked = shown.current[combobox.getSelectedOptionIndex()];
    shown.current = options;
    if (left) settle(left);
    else if (now.current.hurried && combobox.dropdownOpened && options[0]) take(options[0]);
    else if (marked) mark(options.findIndex(({ id }) => id === marked.id));
    else if (typed && options.length > 0) combobox.selectFirstOption();
    now.current.hurried = false;
  }, [options, state]);

  /** The marked option stays marked while it is among the options; otherwise none is marked. */
  const mark = (index: number) =>
    index >= 0 ? combobox.selectOption(index) : combobox.resetSelectedOption();

  return { options, state, typed, waits: left !== null, pick, type, key, active, leave };
}

/** Returns the option of this name, if there is exactly one. */
function named<Option extends { name: string }>(
  options: readonly Option[],
  text: string,
): Option | undefined {
  const wanted = text.toLowerCase();
  const found = options.filter(({ name }) => name.trim().toLowerCase() === wanted);
  return found.length === 1 ? found[0] : undefined;
}
