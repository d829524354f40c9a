import type { Metadata } from "next";
import { maySendMail } from "@/lib/server/messages/queries/messages";
import { listColleagues } from "@/lib/server/storefront/people/queries/list-colleagues";
import { requireCustomer } from "@/lib/server/storefront/session";
import classes from "../_components/billing/billing.module.css";
import { ColleagueTable } from "../_components/people/colleague-table";
import { InviteColleague } from "../_components/people/invite-colleague";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const customer = await requireCustomer("storefront:people");
  const colleagues = await listColleagues(customer);
  const mailIsSent = maySendMail();
  return (
    <>
      <div className={classes.head}>
        <h1>People</h1>
        <InviteColleague mailIsSent={mailIsSent} />
      </div>
      <ColleagueTable colleagues={colleagues} own={customer.userId} mailIsSent={mailIsSent} />
    </>
  );
}
