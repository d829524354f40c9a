import { permissionLabels } from "@/lib/domain/permission-labels";
import type { Permission } from "@/lib/domain/permissions";
import { permissionGroups } from "@/lib/domain/roles/groups";
import { Facts } from "../../../_components/facts";

/** Says what a role allows, by subject. A subject without anything shows a dash. */
export function PermissionList({ permissions }: { permissions: readonly Permission[] }) {
  const storefront = permissions.filter((permission) => permission.startsWith("storefront:"));
  const groups =
    storefront.length > 0 ? [{ title: "Storefront", permissions: storefront }] : permissionGroups;
  return (
    <Facts
      facts={groups.map((group) => ({
        label: group.title,
        value: group.permissions
          .filter((permission) => permissions.includes(permission))
          .map((permission) => permissionLabels[permission])
          .join(", "),
        wide: true,
      }))}
    />
  );
}
