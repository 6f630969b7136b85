-- Extensions and roles. `owner` owns the schema and is used by migrations only; the other four own nothing and bypass nothing.
-- Where a database administrator has made the roles beforehand, nothing is done here.
create extension if not exists btree_gin;

do $$
declare
  name text;
begin
  foreach name in array array['owner', 'app_public', 'app_staff', 'app_admin', 'worker'] loop
    begin
      if not exists (select 1 from pg_roles where rolname = name) then
        execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls noinherit', name);
      end if;
    exception
      when duplicate_object or unique_violation then null; -- another migration was faster
    end;
  end loop;
  -- The tables of the next migrations belong to the owner; whoever migrates becomes it for a while.
  if current_user <> 'owner' then
    begin
      grant owner to current_user;
    exception
      when insufficient_privilege then null; -- an administrator has granted it, or the next migration says what is missing
    end;
  end if;
end
$$;

do $$
begin
  execute format('revoke create, temporary on database %I from public', current_database());
end
$$;

revoke all on schema public from public;
grant usage, create on schema public to owner;
grant usage on schema public to app_public, app_staff, app_admin, worker;
