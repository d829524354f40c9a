"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { leave } from "@/components/form/leaving";
import { useAnswer } from "@/components/form/use-answer";
import { useCurrentUser } from "@/components/layout/current-user";
import { useStill } from "@/components/live/still";
import type { Permission } from "@/lib/domain/permissions";
import { matcher } from "@/lib/domain/search/search";
import type { SearchHit } from "@/lib/schemas/search";
import classes from "./command-palette.module.css";
import { pagesFor } from "./navigation";
import { quickActions } from "./quick-actions";
import { setupAreasFor } from "./setup-areas";

interface Entry {
  group: string;
  label: string;
  detail?: string;
  run: () => void;
}

const keyOf = ({ group, label, detail }: Entry) => `${group}${label}${detail}`;

interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
}

/**
 * Opens everything by name: orders, accounts, products, bills, statuses, users, pages and actions. It is a combobox in
 * a dialog.
 */
export function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [text, setText] = useState("");
  /** Is the entry that the arrow keys went to. It stays marked when more hits come. */
  const [marked, setMarked] = useState<string | null>(null);
  const { hits, searching } = useStill(useSearch(text));
  const entries = useEntries(text, hits, onClose);
  const place = entries.findIndex((entry) => keyOf(entry) === marked);
  const current = entries.length > 0 ? Math.max(0, place) : -1;
  /** Says that Enter was pressed before anything was found, which means the first hit. */
  const hurried = useRef(false);

  // The first letter can follow the key that opens at once, and must not find the words of last time.
  useLayoutEffect(() => {
    if (opened) {
      setText("");
      setMarked(null);
      hurried.current = false;
      dialog.current?.showModal();
    } else {
      dialog.current?.close();
    }
  }, [opened]);

  useEffect(() => {
    document.getElementById(`${listId}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [current, listId]);

  const [first] = entries;
  useEffect(() => {
    if (searching || !hurried.current) return;
    hurried.current = false;
    first?.run();
  }, [searching, first]);

  const move = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const to = { ArrowDown: current < last ? current + 1 : 0, ArrowUp: current > 0 ? current - 1 : last }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      const entry = entries[to];
      setMarked(entry ? keyOf(entry) : null);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      hurried.current = searching && current < 0;
      entries[current]?.run();
    }
  };

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label="Search everything"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={() => {}}
    >
      <input
        className={classes.input}
        role="combobox"
        aria-label="Search"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
        aria-autocomplete="list"
        placeholder="Order, account, product, invoice, status, user, page or action"
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMarked(null);
          hurried.current = false;
        }}
        onKeyDown={move}
      />
      <div id={listId} role="listbox" aria-label="Results" className={classes.list}>
        {entries.map((entry, i) => (
          <Option
            key={keyOf(entry)}
            id={`${listId}-${i}`}
            entry={entry}
            selected={i === current}
            heading={entry.group !== entries[i - 1]?.group}
          />
        ))}
      </div>
      <p role="status" className={classes.status}>
        {searching
          ? "Searching"
          : entries.length === 0
            ? `Nothing found for “${text.trim()}”`
            : `${entries.length} results`}
      </p>
    </dialog>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  selected: boolean;
  heading: boolean;
}

function Option({ id, entry, selected, heading }: OptionProps) {
  return (
    <>
      {heading && (
        <div className={classes.group} aria-hidden="true">
          {entry.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and points at the option */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input does the same */}
      <div id={id} role="option" aria-selected={selected} className={classes.option} onClick={entry.run}>
        <span className={classes.label}>{entry.label}</span>
        {entry.detail && <span className={classes.detail}>{entry.detail}</span>}
      </div>
    </>
  );
}

function useEntries(text: string, hits: SearchHit[], onClose: () => void): Entry[] {
  const router = useRouter();
  const { permissions } = useCurrentUser();
  const { setColorScheme } = useMantineColorScheme();
  const found = matcher(text);

  const doing = (work: () => void) => () => {
    onClose();
    work();
  };
  const going = (href: string) => doing(() => leave(() => router.push(href)));
  const fits = ({ label, about = "" }: { label: string; about?: string }) => found(`${label} ${about}`);
  const allowed = ({ permission }: { permission: Permission }) => permissions.includes(permission);

  const { main, setup } = pagesFor(permissions);
  const pages = [
    ...main,
    ...(setup ? [setup] : []),
    ...setupAreasFor(permissions).flatMap((area) =>
      area.pages.map(({ label, href, text: about }) => ({ label, href, about })),
    ),
  ];
  return [
    ...hits.map((hit) => ({ ...hit, run: going(hit.href) })),
    ...pages.filter(fits).map(({ label, href }) => ({ group: "Pages", label, run: going(href) })),
    ...[
      ...quickActions.filter(allowed).map(({ label, href }) => ({ label, run: going(href) })),
      { label: "Use the light theme", run: doing(() => setColorScheme("light")) },
      { label: "Use the dark theme", run: doing(() => setColorScheme("dark")) },
    ]
      .filter(fits)
      .map((action) => ({ ...action, group: "Actions" })),
  ];
}

/** Finds what the server knows by the text, once typing pauses. */
function useSearch(text: string): { hits: SearchHit[]; searching: boolean } {
  const q = text.trim();
  const { last, waits } = useAnswer<SearchHit[]>(q ? `/search?${new URLSearchParams({ q })}` : null, 120);
  return { hits: (q && last?.value) || none, searching: waits };
}

const none: SearchHit[] = [];
