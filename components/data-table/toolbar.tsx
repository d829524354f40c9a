"use client";

import { IconSearch, IconX } from "@tabler/icons-react";
import { Fragment, type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { MenuButton } from "../layout/menu-button";
import classes from "./data-table.module.css";
import type { DataFilter } from "./types";
import { withFilter, withoutFilters, withSearch } from "./url-state";
import type { UrlState } from "./use-url-state";

interface ToolbarProps {
  url: UrlState;
  search?: string;
  filters: DataFilter[];
  tools?: ReactNode;
  /** Sorts the list on a phone. */
  sortMenu: ReactNode;
  /** Offers what can be done with the selected rows. */
  selection: ReactNode;
}

export function Toolbar({ url, search, filters, tools, sortMenu, selection }: ToolbarProps) {
  const bare = !search && filters.length === 0 && !tools && !selection;
  return (
    <div className={classes.toolbar} data-bare={bare}>
      <div className={classes.tools}>
        {search && <SearchBox label={search} url={url} />}
        {filters.map((filter) => (
          <Fragment key={filter.name}>
            {filter.control === undefined ? <FilterMenu filter={filter} url={url} /> : filter.control}
          </Fragment>
        ))}
        {sortMenu}
        <div className={classes.end}>
          {tools}
          {selection}
        </div>
      </div>
      <Chips url={url} filters={filters} />
    </div>
  );
}

function SearchBox({ label, url }: { label: string; url: UrlState }) {
  const inUrl = url.params.get("q") ?? "";
  const [text, setText] = useState(inUrl);
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(inUrl);

  useEffect(() => {
    if (inUrl === sent.current) return;
    sent.current = inUrl;
    setText(inUrl);
  }, [inUrl]);

  useEffect(() => {
    const focusOnSlash = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== "/" || target.closest("input, textarea, select, [contenteditable], dialog")) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focusOnSlash);
    return () => {
      document.removeEventListener("keydown", focusOnSlash);
    };
  }, []);

  const search = () => {
    if (text.trim() === sent.current) return;
    sent.current = text.trim();
    url.go(withSearch(url.params, text), "replace");
  };
  const onRest = useEffectEvent(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the pause anew
  useEffect(() => {
    const timer = setTimeout(onRest, 250);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <form
      className={classes.search}
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <IconSearch size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}

function FilterMenu({ filter, url }: { filter: DataFilter; url: UrlState }) {
  const active = url.params.getAll(filter.name);
  const items = filter.options.map(({ value, label }) => ({
    label,
    checked: active.includes(value),
    run: () => url.go(withFilter(url.params, filter, value)),
  }));
  return <MenuButton label={filter.label} items={items} keepOpen={filter.multiple ?? false} />;
}

function Chips({ url, filters }: { url: UrlState; filters: DataFilter[] }) {
  const chips = filters.flatMap((filter) =>
    url.params.getAll(filter.name).map((value) => ({
      filter,
      value,
      label: filter.options.find((option) => option.value === value)?.label ?? value,
    })),
  );
  if (chips.length === 0) return null;

  return (
    <ul className={classes.chips} aria-label="Filters">
      {chips.map(({ filter, value, label }) => (
        <li key={`${filter.name}=${value}`} className={classes.chip}>
          <span>
            {filter.label}: <b>{label}</b>
          </span>
          <button
            type="button"
            aria-label={`Remove filter ${filter.label}: ${label}`}
            onClick={() => url.go(withFilter(url.params, { ...filter, multiple: true }, value))}
          >
            <IconX size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={classes.plain}
          onClick={() => url.go(withoutFilters(url.params, filters))}
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}
