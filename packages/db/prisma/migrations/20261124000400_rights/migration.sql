-- Who may touch which rows (policies) and which tables at all (grants). One page, so that it can be read as a whole.
-- The scope is set by SET LOCAL in withCourt, withPerson; without a scope a row of a court is invisible.
set role owner;

create function app_court_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.court_id', true), '')::uuid;
create function app_person_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;
create function app_staff_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.staff_id', true), '')::uuid;

-- 1. The court: every tenant table, for the three roles that work inside one court.
do $$
declare
  t text;
begin
  for t in select c.relname from pg_class c join pg_description d on d.objoid = c.oid and d.objsubid = 0
           where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and d.description = 'tenant' order by 1 loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy court on %I for all to app_staff, app_admin, worker
      using (court_id = (select app_court_id())) with check (court_id = (select app_court_id()))', t);
  end loop;
end
$$;

-- 2. The person: a row of a case is visible to app_public when its person stands in the case.
do $$
declare
  stands constant text := 'court_id = (select app_court_id()) and exists (select 1 from case_person p where p.court_id = %1$I.court_id
    and p.case_id = %1$I.%2$I and p.person_id = (select app_person_id()) and p.to_at is null)';
  t text;
begin
  foreach t in array array[
    'party', 'representation', 'claim', 'case_link', 'docket_entry', 'committed_value', 'clock', 'clock_history', 'receipt', 'hand_signature',
    'online_consent', 'e_service_consent', 'fee_notice', 'fee_payment', 'question', 'answer'
  ] loop
    execute format('create policy person on %1$I for all to app_public using (' || stands || ') with check (' || stands || ')', t, 'case_id');
  end loop;
  execute format('create policy person on %1$I for all to app_public using (' || stands || ') with check (' || stands || ')', 'court_case', 'id');

  -- The internal volume (副卷) does not exist for the public zone.
  foreach t in array array['material', 'material_file'] loop
    execute format('create policy person on %1$I for all to app_public using (volume = ''main'' and ' || stands || ')
      with check (volume = ''main'' and ' || stands || ')', t, 'case_id');
  end loop;

  -- A party's act may give the court internal work, but not read it.
  execute format('create policy person on %1$I for select to app_public using (not is_internal and ' || stands || ')', 'task', 'case_id');
  execute format('create policy person_adds on %1$I for insert to app_public with check (' || stands || ')', 'task', 'case_id');
  execute format('create policy person_updates on %1$I for update to app_public using (not is_internal and ' || stands || ')', 'task', 'case_id');

  -- The directory of "my cases": mine everywhere; in a court, that of the people who stand in a case with me.
  execute format('create policy person on %1$I for all to app_public using (person_id = (select app_person_id()) or (' || stands || '))
    with check (person_id = (select app_person_id()) or (' || stands || '))', 'person_case', 'case_id');
end
$$;

-- A person sees where they stand, and enters people when opening a case (its first statement).
create policy person on case_person for select to app_public
  using (court_id = (select app_court_id()) and person_id = (select app_person_id()));
create policy person_adds on case_person for insert to app_public with check (court_id = (select app_court_id()));
-- A notice belongs to its person in every court; a party's act may tell others.
create policy person on notice for select to app_public using (person_id = (select app_person_id()));
create policy person_reads on notice for update to app_public
  using (person_id = (select app_person_id())) with check (person_id = (select app_person_id()));
create policy person_adds on notice for insert to app_public with check (court_id = (select app_court_id()));
-- What every person of a court may know of it, and what every act writes.
do $$
declare
  t text;
begin
  foreach t in array array['unit', 'room', 'staff_member'] loop
    execute format('create policy person on %I for select to app_public using (court_id = (select app_court_id()))', t);
  end loop;
  foreach t in array array['outbox', 'audit', 'delivery'] loop
    execute format('create policy person_adds on %I for insert to app_public with check (court_id = (select app_court_id()))', t);
  end loop;
  foreach t in array array['blob', 'case_counter'] loop
    execute format('create policy person on %I for all to app_public
      using (court_id = (select app_court_id())) with check (court_id = (select app_court_id()))', t);
  end loop;
end
$$;

-- 3. Across courts: the worker, only where no court is set, only what relay, sweeps and delivery reports need.
do $$
declare
  t text;
begin
  foreach t in array array['outbox', 'clock', 'delivery'] loop
    execute format('create policy across_reads on %I for select to worker using ((select app_court_id()) is null)', t);
    execute format('create policy across_updates on %I for update to worker using ((select app_court_id()) is null)', t);
  end loop;
  execute 'create policy across_deletes on outbox for delete to worker using ((select app_court_id()) is null)';
end
$$;

-- 4. National tables that name a court or a person.
do $$
declare
  t text;
begin
  foreach t in array array[
    'court_code', 'calendar_notice', 'code_pack', 'court_code_assignment', 'resolved_code', 'session', 'staff_post',
    'person_case', 'draft', 'upload', 'receipt_directory', 'national_audit'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- Law and codes are public; who may change them stands in the grants.
  foreach t in array array['court_code', 'calendar_notice', 'code_pack', 'court_code_assignment', 'resolved_code'] loop
    execute format('create policy everybody on %I for all to app_public, app_staff, app_admin, worker using (true) with check (true)', t);
  end loop;
end
$$;

create policy person on session for all to app_public using (kind = 'person') with check (kind = 'person');
create policy staff on session for all to app_staff, app_admin using (kind = 'staff') with check (kind = 'staff');
create policy worker on session for all to worker using (true);
create policy staff on staff_post for all to app_staff, app_admin, worker using (true) with check (true);
create policy court on person_case for all to app_staff, worker
  using (court_id = (select app_court_id())) with check (court_id = (select app_court_id()));
create policy person on draft for all to app_public
  using (person_id = (select app_person_id())) with check (person_id = (select app_person_id()));
create policy worker on draft for all to worker using (true) with check (true);
create policy person on upload for all to app_public
  using (person_id = (select app_person_id())) with check (person_id = (select app_person_id()));
create policy court on upload for all to app_staff
  using (court_id = (select app_court_id()) and staff_id = (select app_staff_id()))
  with check (court_id = (select app_court_id()) and staff_id = (select app_staff_id()));
create policy worker on upload for all to worker using (true) with check (true);
create policy court_adds on receipt_directory for insert to app_public, app_staff, worker with check (court_id = (select app_court_id()));
create policy by_number on receipt_directory for select to owner using (true);
create policy everybody_adds on national_audit for insert to app_public, app_staff, app_admin, worker with check (true);
create policy admin_reads on national_audit for select to app_admin using (true);
create policy worker_seals on national_audit for select to worker using (true);
create policy person on national_audit for select to app_public using (actor_kind = 'person' and actor_id = (select app_person_id())::text);
create policy staff on national_audit for select to app_staff using (actor_kind = 'staff' and actor_id = (select app_staff_id())::text);
-- Who looked at the personal data of a party is told to that person, or to those who act for that organisation.
create policy person_concerned on audit for select to app_public using (court_id = (select app_court_id()) and action = 'party-unmasked'
  and exists (select 1 from party p where p.court_id = audit.court_id and p.case_id = audit.case_id and p.id::text = audit.subject_id
    and (p.person_id = (select app_person_id()) or exists (select 1 from membership m
      where m.person_id = (select app_person_id()) and m.organisation_id = p.organisation_id and m.valid_to is null))));
-- The search function (owner) names its court itself: behind a policy the indexes of names would not be used.
create policy search on party for select to owner using (true);
create policy search on court_case for select to owner using (true);

-- 5. Grants. Append-only tables have no UPDATE and no DELETE for anybody.
grant select on court, court_code, cause, calendar_notice, code_pack, court_code_assignment, resolved_code
  to app_public, app_staff, app_admin, worker;
grant insert on resolved_code to app_public, app_staff, app_admin, worker;
grant insert on code_pack to app_admin;
grant insert, update on court, court_code, cause, calendar_notice, court_code_assignment to app_admin;

grant select, insert, update on person, organisation, membership, login_code to app_public;
grant select on person, organisation, membership to app_staff, app_admin, worker;
grant select, insert, update on session, idempotency_key, rate_limit to app_public, app_staff, app_admin;
-- A refusal is not kept: its key may be used again with better input.
grant delete on idempotency_key to app_public, app_staff, app_admin;
grant select, update, delete on login_code to worker;
grant select, delete on idempotency_key, rate_limit to worker;
grant select, insert, update on idempotency_key to worker;
grant select, update, delete on session to worker;
grant select, update on staff_account to app_staff;
grant select, insert, update on staff_account to app_admin;
grant select on staff_account to worker;
grant select on staff_post to app_staff, worker;
grant select, insert, update, delete on staff_post to app_admin;

grant select, insert, update on person_case to app_public, app_staff, worker;
grant select, insert, update, delete on draft to app_public;
grant select, delete on draft to worker;
grant select, insert, update, delete on upload to app_public, app_staff, worker;
grant insert on receipt_directory to app_public, app_staff, worker;
grant insert on national_audit to app_public, app_staff, app_admin, worker;
grant select on national_audit to app_admin, app_staff, worker;

-- The docket, and everything else that is only ever added.
grant select, insert on docket_entry, committed_value, clock_history, receipt, blob, hand_signature, online_consent to app_public, app_staff, worker;
grant insert on audit to app_public, app_staff, app_admin, worker;
grant select on audit to app_staff, app_admin, worker;
-- Whoever is told who looked is told neither from which address nor by which request.
grant select (court_id, id, at, actor_kind, actor_id, actor_roles, action, case_id, subject_kind, subject_id, data) on audit to app_public;
grant select (id, at, actor_kind, actor_id, action, court_id, subject_kind, subject_id, data, ip) on national_audit to app_public;
grant select on audit_seal to app_staff, app_admin;
grant select, insert on audit_seal to worker;
grant select, insert on case_link, access_grant, fee_payment, answer to app_staff, worker;
grant update on access_grant to app_staff;
grant select on case_link, fee_payment, answer to app_public;
grant select, insert on panel_note to app_staff;

-- Read models and work.
grant select, insert, update on court_case, party, representation, clock, material, material_file, e_service_consent,
  task, question, case_counter to app_public, app_staff, worker;
grant select, insert, update on notice to app_staff, worker;
-- Of a notice its reader changes one thing: that it was read.
grant select, insert, update (read_at) on notice to app_public;
grant select, insert, update, delete on claim to app_public, app_staff, worker;
grant select, insert on case_person to app_public;
grant select, insert, update on case_person, fee_notice, delivery to app_staff, worker;
grant insert on delivery to app_public;
grant select on fee_notice to app_public;
grant insert on outbox to app_public, app_staff, app_admin;
grant select, insert, update, delete on outbox to worker;
grant select, insert on effect to app_staff, worker;

-- The house itself.
grant select on unit, room to app_public, app_staff, worker;
grant select (court_id, id, name, title, unit_id, roles, is_active) on staff_member to app_public;
grant select on staff_member to app_staff, worker;
grant select, insert, update on unit, room, staff_member, case_counter to app_admin;
grant select on court_case, clock, task, delivery to app_admin;
grant insert on notice to app_admin;

reset role;
