-- CreateTable
CREATE TABLE "event_seals" (
    "organization_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "events" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_seals_pkey" PRIMARY KEY ("organization_id","number")
);

-- AddForeignKey
ALTER TABLE "event_seals" ADD CONSTRAINT "event_seals_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Events are chained up to each seal, so that whoever changes one has to make all later seals anew: docs/domain.md, section 7.
ALTER TABLE event_seals
  ADD CONSTRAINT event_seals_number CHECK (number > 0),
  ADD CONSTRAINT event_seals_events CHECK (events > 0),
  ADD CONSTRAINT event_seals_hash CHECK (hash ~ '^[0-9a-f]{64}$');

CREATE TRIGGER event_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('a seal stays as it was made');

-- Returns what a seal keeps of an event: all of it.
CREATE FUNCTION event_digest(event events) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(jsonb_build_array(event.organization_id, event.id,
    (extract(epoch FROM event.at) * 1000)::bigint, event.kind, event.actor_type, event.actor_id, event.actor_name,
    event.request_id, event.bulk_run_id, event.order_id, event.account_id, event.subject, event.status_label, event.comment,
    event.before, event.after, event.position)::text, 'UTF8'))
$$;
