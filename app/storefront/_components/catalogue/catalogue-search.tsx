"use client";

import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import Form from "next/form";

/** Searches the catalogue; the address keeps the words. */
export function CatalogueSearch({ q }: { q: string }) {
  return (
    <Form action="/storefront" role="search">
      <TextInput
        type="search"
        name="q"
        key={q}
        defaultValue={q}
        size="md"
        aria-label="Search the catalogue"
        placeholder="Search the catalogue"
        leftSection={<IconSearch size={18} aria-hidden="true" />}
      />
    </Form>
  );
}
