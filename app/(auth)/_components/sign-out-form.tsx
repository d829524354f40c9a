import { Button } from "@mantine/core";
import { signOutAction } from "../sign-out";

/** Signs out, also before the page's scripts have run. Signing in again leads to the page that the person wanted. */
export function SignOutForm({ next }: { next: string | null }) {
  return (
    <form action={signOutAction}>
      {next && <input type="hidden" name="next" value={next} />}
      <Button type="submit" variant="default" fullWidth mt="md">
        Sign out
      </Button>
    </form>
  );
}
