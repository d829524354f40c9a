-- A person may be a user of several organizations: docs/domain.md, section 7, "Several organizations". A command works in one
-- organization alone, so what reaches over the border does it by these functions and nothing else.

-- An invitation that is not accepted belongs to the address, and not to the person who has it by now.
DROP TRIGGER users_stay_of_person ON users;
CREATE TRIGGER users_stay_of_person BEFORE UPDATE ON users
  FOR EACH ROW WHEN (OLD.accepted_at IS NOT NULL AND OLD.person_id IS DISTINCT FROM NEW.person_id)
  EXECUTE FUNCTION refuse('a user stays the same person');

-- The administrator of one organization may hold the link of an invitation, and would take the person over in another one.
CREATE FUNCTION refuse_password_by_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM one_time_links JOIN users ON users.organization_id = one_time_links.organization_id AND users.id = one_time_links.user_id
    WHERE users.person_id = NEW.id AND one_time_links.purpose = 'invitation' AND one_time_links.used_at IS NOT NULL
      AND one_time_links.xmin = pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'an invitation sets no password of a person who has accepted one before'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'people_keep_password', TABLE = 'people';
  END IF;
  RETURN NULL;
END $$;
-- At the end of the transaction, the order of its statements does not matter.
CREATE CONSTRAINT TRIGGER people_keep_password AFTER UPDATE OF password_hash ON people
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.accepted_at IS NOT NULL AND OLD.password_hash IS DISTINCT FROM NEW.password_hash)
  EXECUTE FUNCTION refuse_password_by_invitation();

-- Tells a change of what belongs to the person in the audit logs of the other organizations.
CREATE FUNCTION record_elsewhere(person uuid, here uuid, what text, was jsonb, became jsonb, at timestamptz, request uuid)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO events (organization_id, at, kind, actor_type, actor_id, actor_name, request_id, subject, before, after)
  SELECT users.organization_id, at, what, 'user', users.id, users.name, request, users.email, was, became
  FROM users WHERE users.person_id = person AND users.organization_id <> here AND users.accepted_at IS NOT NULL;
$$;

CREATE FUNCTION void_links_elsewhere(person uuid, here uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE one_time_links SET voided_at = at
  FROM users
  WHERE users.person_id = person AND users.organization_id <> here
    AND one_time_links.organization_id = users.organization_id AND one_time_links.user_id = users.id
    AND one_time_links.purpose <> 'invitation' AND used_at IS NULL AND voided_at IS NULL;
$$;

-- Ends the sessions of a person in the other organizations, tells each audit log, and returns how many ended.
CREATE FUNCTION end_sessions_elsewhere(
  person uuid, here uuid, at timestamptz, created_after timestamptz, used_after timestamptz, request uuid)
RETURNS integer LANGUAGE sql AS $$
  WITH raised AS (
    UPDATE users SET session_version = session_version + 1
    WHERE users.person_id = person AND users.organization_id <> here AND users.accepted_at IS NOT NULL
    RETURNING users.organization_id, users.id, users.name, users.email, users.session_version
  ), ended AS (
    UPDATE sessions SET ended_at = at
    FROM raised
    WHERE sessions.organization_id = raised.organization_id AND sessions.user_id = raised.id
      AND sessions.session_version = raised.session_version - 1 AND sessions.ended_at IS NULL
      AND sessions.created_at > created_after AND sessions.last_used_at > used_after
    RETURNING sessions.organization_id
  ), counted AS (
    SELECT ended.organization_id, count(*)::integer AS sessions FROM ended GROUP BY ended.organization_id
  ), told AS (
    INSERT INTO events (organization_id, at, kind, actor_type, actor_id, actor_name, request_id, subject, after)
    SELECT raised.organization_id, at, 'user.sessions_ended', 'user', raised.id, raised.name, request, raised.email,
      jsonb_build_object('sessions', counted.sessions)
    FROM counted JOIN raised ON raised.organization_id = counted.organization_id
  )
  SELECT coalesce(sum(counted.sessions), 0)::integer FROM counted;
$$;

-- Ends one session of a person in another organization, once, and returns whether the person has such a session.
CREATE FUNCTION end_session_elsewhere(person uuid, here uuid, session uuid, at timestamptz, request uuid)
RETURNS boolean LANGUAGE sql AS $$
  WITH theirs AS (
    SELECT sessions.organization_id, sessions.id, users.id AS user_id, users.name, users.email
    FROM users JOIN sessions ON sessions.organization_id = users.organization_id AND sessions.user_id = users.id
    WHERE users.person_id = person AND users.organization_id <> here AND sessions.id = session
  ), ended AS (
    UPDATE sessions SET ended_at = at
    FROM theirs
    WHERE sessions.organization_id = theirs.organization_id AND sessions.id = theirs.id AND sessions.ended_at IS NULL
    RETURNING sessions.organization_id, sessions.device, sessions.address
  ), told AS (
    INSERT INTO events (organization_id, at, kind, actor_type, actor_id, actor_name, request_id, subject, after)
    SELECT ended.organization_id, at, 'user.session_ended', 'user', theirs.user_id, theirs.name, request, theirs.email,
      jsonb_build_object('device', ended.device, 'address', ended.address)
    FROM ended JOIN theirs ON theirs.organization_id = ended.organization_id
  )
  SELECT EXISTS (SELECT FROM theirs);
$$;

-- Leaves open invitations with the address to which they were sent, when the person has another one.
CREATE FUNCTION leave_invitations(person uuid, old_email text, old_sent_email text) RETURNS void LANGUAGE sql AS $$
  WITH left_behind AS (
    INSERT INTO people (email, sent_email)
    SELECT old_email, old_sent_email
    WHERE EXISTS (SELECT FROM users WHERE users.person_id = person AND users.accepted_at IS NULL)
    RETURNING people.id
  )
  UPDATE users SET person_id = left_behind.id, email = old_email, sent_email = old_sent_email
  FROM left_behind WHERE users.person_id = person AND users.accepted_at IS NULL;
$$;
