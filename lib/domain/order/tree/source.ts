/** Names where an order was made, as it is shown: docs/domain.md, section 2, "Header". */
export const sourceLabels = { bss: "BSS", storefront: "Storefront" } as const;
