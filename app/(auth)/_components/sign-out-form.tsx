import { Button } from "@mantine/core";
import { signOutAction } from "../sign-out";

/** Signs out, also before the page's scripts have run. */
export function SignOutForm() {
  return (
    <form action={signOutAction}>
      <Button type="submit" variant="default" fullWidth mt="md">
        Sign out
      </Button>
    </form>
  );
}
