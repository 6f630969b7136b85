-- Hot reads: one round trip each. A function takes the court first (so that it can be distributed by it), sets the scope for its own
-- transaction and answers under row-level security (security invoker), unless a comment says why not.
set role owner;

create function enter_scope(court uuid, person uuid) returns void language plpgsql as $$
begin
  perform set_config('app.court_id', coalesce(court::text, ''), true), set_config('app.person_id', coalesce(person::text, ''), true);
end
$$;

-- The 1- and 2-character pieces of a name, without case, width and spaces: what the name index holds.
create function plain_name(name text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(name, nfkc), '\s', '', 'g'));

create function name_grams(name text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(n, i, w)), '{}')
  from (select public.plain_name(name) as n) s, generate_series(1, char_length(n)) i, (values (1), (2)) v (w)
  where i + w - 1 <= char_length(n)
$$;

create index party_name_grams_idx on party using gin (court_id, name_grams(name));
create index court_case_due_list_idx on court_case (court_id, coalesce(next_due, '9999-12-31'), id);

-- Security definer, because `@>` is not leakproof: behind a policy the index would be ignored and every party of the court read.
-- It answers only for the court that is already the scope of the transaction.
create function search_parties(court uuid, wanted text, rows_max int)
  returns table (party_id uuid, case_id uuid, side text, name text)
  language plpgsql stable security definer set search_path = public as $$
declare
  plain text := plain_name(wanted);
  pieces text[];
begin
  if court is distinct from app_court_id() or plain = '' then return; end if;
  select array_agg(g) into pieces from unnest(name_grams(wanted)) g where char_length(g) = least(2, char_length(plain));
  return query
    select p.id, p.case_id, p.side, p.name from party p
    where p.court_id = court and name_grams(p.name) @> pieces and position(plain in plain_name(p.name)) > 0
    order by p.id desc limit rows_max;
end
$$;

-- Security definer, because nobody may read the directory: it answers for one exact number.
create function receipt_by_number(wanted text)
  returns table (number text, court_id uuid, kind text, received_at timestamptz, file_hashes jsonb)
  language sql stable security definer set search_path = public as $$
  select r.number, r.court_id, r.kind, r.received_at, r.file_hashes from receipt_directory r where r.number = wanted
$$;

revoke execute on function search_parties, receipt_by_number from public;
grant execute on function search_parties to app_staff;
grant execute on function receipt_by_number to app_public, app_staff, app_admin;

reset role;
