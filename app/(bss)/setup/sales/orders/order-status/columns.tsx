import type { Choice, GridColumn, GridRow } from "@/components/editable-grid";
import {
  type OrderStatusType,
  orderStatusTypes,
  storefrontTypeLabels,
  storefrontTypes,
  typeIsForUsers,
  typeLabels,
  typeSpellings,
} from "@/lib/domain/order-status/combination";
import { statusColumnLabels } from "@/lib/domain/order-status/list/cells";
import { countOrders, systemRowKeeps } from "@/lib/domain/order-status/list/list";
import { OrdersOfStatus } from "./_components/orders-of-status";
import type { StatusInfo } from "./rows";

type Row = GridRow<StatusInfo>;

const types: Choice[] = orderStatusTypes.map((value) => ({
  value,
  label: typeLabels[value],
  also: typeSpellings[value] ?? [],
}));
const typesForUsers: Choice[] = types.map((choice, i) =>
  typeIsForUsers(orderStatusTypes[i] as OrderStatusType)
    ? choice
    : { ...choice, label: `${choice.label} (only the system sets it)`, disabled: true },
);
const storefront: Choice[] = storefrontTypes.map((value) => ({ value, label: storefrontTypeLabels[value] }));
/**
 * Returns the Storefront Types that a status with orders can get. It cannot get one that only the Storefront sets.
 */
const storefrontInUse = Object.fromEntries(
  storefrontTypes.map((current) => [
    current,
    storefront.map(({ value, label }) =>
      value === current || value === "viewable" || value === "submitted"
        ? { value, label }
        : { value, label: `${label} (orders use this status)`, disabled: true },
    ),
  ]),
);

const systemKeeps = (column: keyof typeof systemRowKeeps) => (row: Row) =>
  row.info?.mandatory ? systemRowKeeps[column] : undefined;

function typeStays(row: Row): string | undefined {
  if (row.info?.mandatory) return systemRowKeeps.type;
  const orders = row.info?.orders ?? 0;
  return orders > 0 ? `${countOrders(orders)} this status, so its Type stays.` : undefined;
}

/** Lists the columns in their order on screen, with the domain's labels. */
export const statusGridColumns: readonly GridColumn<StatusInfo>[] = [
  {
    id: "no",
    label: statusColumnLabels.no,
    editor: "number",
    width: "76px",
    narrowWidth: "clamp(60px, 6cqi, 80px)",
  },
  { id: "description", label: statusColumnLabels.description, editor: "text", width: "auto" },
  {
    id: "type",
    label: statusColumnLabels.type,
    editor: "select",
    width: "164px",
    narrowWidth: "clamp(124px, 16cqi, 176px)",
    choices: (row) => (row.info?.mandatory ? types : typesForUsers),
    readOnly: typeStays,
  },
  {
    id: "storefrontType",
    label: statusColumnLabels.storefrontType,
    editor: "select",
    width: "282px",
    narrowWidth: "clamp(170px, calc(43.75cqi - 162px), 282px)",
    choices: ({ info }) =>
      (info && info.orders > 0 ? storefrontInUse[info.storefrontType] : undefined) ?? storefront,
    readOnly: systemKeeps("storefrontType"),
  },
  { id: "color", label: statusColumnLabels.color, editor: "color", width: "120px", narrowWidth: "56px" },
  {
    id: "active",
    label: statusColumnLabels.active,
    editor: "checkbox",
    width: "64px",
    narrowWidth: "58px",
    readOnly: systemKeeps("active"),
  },
  {
    id: "orders",
    label: "Orders",
    editor: "static",
    width: "100px",
    narrowWidth: "80px",
    align: "end",
    text: ({ info }) => String(info?.orders ?? ""),
    render: ({ info }) => info && <OrdersOfStatus status={info} />,
  },
];
