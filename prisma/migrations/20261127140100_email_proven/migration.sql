-- Says since when it is proven that a person reads their address.
ALTER TABLE "people" ADD COLUMN "email_proven_at" TIMESTAMPTZ(3);

-- A link that an email carried has proven it already.
UPDATE people SET email_proven_at = proven.at
FROM (
  SELECT users.person_id, max(one_time_links.used_at) AS at
  FROM one_time_links
  JOIN users ON users.organization_id = one_time_links.organization_id AND users.id = one_time_links.user_id
  WHERE used_at IS NOT NULL AND EXISTS (
    SELECT FROM messages WHERE messages.organization_id = one_time_links.organization_id AND messages.link_id = one_time_links.id)
  GROUP BY users.person_id
) AS proven
WHERE people.id = proven.person_id;
