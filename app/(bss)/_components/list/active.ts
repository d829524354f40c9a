import type { DataColumn, DataFilter } from "@/components/data-table";

/** Shows whether an account or a product is still used. */
export const activeColumn: DataColumn<{ active: boolean }> = {
  id: "state",
  header: "State",
  cell: ({ active }) => (active ? "Active" : "Inactive"),
  card: "hidden",
};

export const activeFilter: DataFilter = {
  name: "active",
  label: "State",
  options: [
    { value: "true", label: "Active" },
    { value: "false", label: "Inactive" },
  ],
};
