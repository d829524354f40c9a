-- CreateTable
CREATE TABLE "order_status_versions" (
    "organization_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_type" "actor_type" NOT NULL,
    "actor_id" VARCHAR(60),
    "actor_name" VARCHAR(80) NOT NULL,
    "statuses" JSONB NOT NULL,

    CONSTRAINT "order_status_versions_pkey" PRIMARY KEY ("organization_id","version")
);

-- AddForeignKey
ALTER TABLE "order_status_versions" ADD CONSTRAINT "order_status_versions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Every save of the list is a version, whole (docs/domain.md, section 1, rule 13) --------------------------

-- The list as it stands, by No.
CREATE FUNCTION order_status_snapshot(organization uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'no', no, 'description', description, 'type', type, 'storefrontType', storefront_type,
    'color', color, 'active', active, 'mandatory', mandatory) ORDER BY no, description, id), '[]')
  FROM order_statuses WHERE organization_id = organization
$$;

-- What was saved before versions were kept begins as one.
INSERT INTO order_status_versions (organization_id, version, at, actor_type, actor_name, statuses)
SELECT id, status_list_version, now(), 'system', 'System', order_status_snapshot(id) FROM organizations;

CREATE TRIGGER order_status_versions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_status_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('the versions of the status list are append-only');

CREATE TRIGGER organizations_status_list_version_by_one BEFORE UPDATE OF status_list_version ON organizations
  FOR EACH ROW WHEN (NEW.status_list_version NOT IN (OLD.status_list_version, OLD.status_list_version + 1))
  EXECUTE FUNCTION refuse('the version of the status list goes up by one');

-- A version that nobody could rebuild does not come to be.
CREATE FUNCTION require_status_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM order_status_versions
    WHERE organization_id = NEW.id AND version = NEW.status_list_version AND statuses = order_status_snapshot(NEW.id)
  ) THEN
    RAISE EXCEPTION 'a version of the status list is kept whole'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'organizations_keep_status_versions';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER organizations_keep_status_versions AFTER INSERT OR UPDATE OF status_list_version ON organizations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_status_version();
