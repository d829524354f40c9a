"use server";

import { action } from "@/lib/server/doors/action";
import { changeEmail } from "@/lib/server/profile/commands/change-email";
import { changeName } from "@/lib/server/profile/commands/change-name";
import { changePassword } from "@/lib/server/profile/commands/change-password";
import { keepEmail } from "@/lib/server/profile/commands/keep-email";

export const changeNameAction = action(changeName);
export const changeEmailAction = action(changeEmail);
export const keepEmailAction = action(keepEmail);

export const changePasswordAction = action(changePassword);
