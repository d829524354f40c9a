-- An invitation alone keeps no account of a person, since anybody can invite them.
CREATE OR REPLACE FUNCTION single_sign_on_needed(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM users JOIN organizations ON organizations.id = users.organization_id
    WHERE users.person_id = person AND users.active AND users.accepted_at IS NOT NULL AND organizations.single_sign_on_only);
$$;
