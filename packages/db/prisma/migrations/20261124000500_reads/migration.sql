-- Hot reads: one round trip each. A function takes the court first (so that it can be distributed by it), sets the scope for its own
-- transaction and answers under row-level security (security invoker), unless a comment says why not.
set role owner;

create function enter_scope(court uuid, person uuid) returns void language plpgsql as $$
begin
  perform set_config('app.court_id', coalesce(court::text, ''), true), set_config('app.person_id', coalesce(person::text, ''), true);
end
$$;

-- The 1- and 2-character pieces of a name, without case, width and spaces.
create function plain_name(name text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(name, nfkc), '\s', '', 'g'));

-- In a loop, because that is ten times as fast as a query over the characters, and every filing writes this index.
create function name_grams(name text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  characters text[] := string_to_array(public.plain_name(name), null);
  grams text[] := characters;
begin
  for i in 1 .. cardinality(characters) - 1 loop
    grams := grams || (characters[i] || characters[i + 1]);
  end loop;
  return grams;
end
$$;

-- What the name index holds: the pieces of one court, as numbers that no other court shares. With the court as a column of its own, its whole
-- list had to be met with the piece's list of the whole nation.
create function court_grams(court uuid, name text) returns bigint[] language plpgsql immutable parallel safe as $$
declare
  seed bigint := hashtextextended(court::text, 0);
  grams text[] := public.name_grams(name);
  keys bigint[] := '{}';
begin
  for i in 1 .. coalesce(cardinality(grams), 0) loop
    keys := keys || hashtextextended(grams[i], seed);
  end loop;
  return keys;
end
$$;

create index party_name_grams_idx on party using gin (court_grams(court_id, name));
create index court_case_due_list_idx on court_case (court_id, coalesce(next_due, '9999-12-31'), id);

-- What a case is found by, beside the names of its parties.
create function case_words(number text, receipt text, title text) returns text language sql immutable parallel safe
  return coalesce(number, '') || ' ' || coalesce(receipt, '') || ' ' || title;

create index court_case_words_grams_idx on court_case using gin (court_grams(court_id, case_words(number, receipt_number, title)));

-- Security definer, because `@>` is not leakproof: behind a policy the index would be ignored and every case of the court read.
-- Few rows (hence "rows"): expecting a thousand, whoever joins them would read all cases of the court.
-- The pieces alone lead to the rows (hence "offset 0"): else the index of the court would be read beside, all of it.
-- It answers only for the court that is already the scope of the transaction; what is found is then read under the policies.
create function search_cases(court uuid, wanted text, rows_max int)
  returns table (case_id uuid, matched text, party text)
  language plpgsql stable rows 20 security definer set search_path = public as $$
declare
  plain text := plain_name(wanted);
  pieces bigint[];
begin
  if court is distinct from app_court_id() or plain = '' then return; end if;
  select array_agg(hashtextextended(g, hashtextextended(court::text, 0))) into pieces from unnest(name_grams(wanted)) g where char_length(g) = least(2, char_length(plain));
  return query
    select hit.case_id, hit.matched, hit.party from (
      select distinct on (f.case_id) f.case_id, f.matched, f.party, f.rank from (
        (select c.id as case_id, w.matched, null::text as party, w.rank
         from (
             select w.court_id, w.id, w.number, w.receipt_number, w.title from court_case w
             where court_grams(w.court_id, case_words(w.number, w.receipt_number, w.title)) @> pieces offset 0
           ) c, lateral (select case
             when position(plain in plain_name(coalesce(c.number, ''))) > 0 then 1
             when position(plain in plain_name(coalesce(c.receipt_number, ''))) > 0 then 2
             when position(plain in plain_name(c.title)) > 0 then 4 end as rank) r,
           lateral (select r.rank, (array['number', 'receipt', 'party', 'title'])[r.rank] as matched) w
         where c.court_id = court and r.rank is not null
         order by c.id desc limit rows_max)
        union all
        (select p.case_id, 'party', p.name, 3 from (
             select n.court_id, n.id, n.case_id, n.name from party n where court_grams(n.court_id, n.name) @> pieces offset 0
           ) p
         where p.court_id = court and position(plain in plain_name(p.name)) > 0
         order by p.id desc limit rows_max)
      ) f order by f.case_id, f.rank
    ) hit order by hit.rank, hit.case_id desc limit rows_max;
end
$$;

-- A member of staff by their session: the session says the court, and in that court stands what they may do there. Hence a function: the
-- scope becomes the court's between two reads. It ends with the transaction, which asks nothing else.
create function open_staff_session(wanted uuid, site text, at timestamptz, idle_minutes int)
  returns table (verified_at timestamptz, account_id uuid, staff_id uuid, court_id uuid, roles text[])
  language plpgsql volatile as $$
declare
  found_session session;
begin
  select s.* into found_session from session s join staff_account a on a.id = s.staff_account_id and a.status = 'active'
  where s.id = wanted and s.app = site and s.ended_at is null and s.expires_at > at
    and s.last_seen_at >= at - make_interval(mins => idle_minutes);
  if found_session.court_id is null then return; end if;
  if found_session.last_seen_at < at - interval '1 minute' then
    update session s set last_seen_at = at where s.id = wanted and s.ended_at is null;
  end if;
  perform set_config('app.court_id', found_session.court_id::text, true);
  return query select found_session.verified_at, m.account_id, m.id, m.court_id, m.roles from staff_member m
    where m.court_id = found_session.court_id and m.id = found_session.staff_id
      and m.account_id = found_session.staff_account_id and m.is_active;
end
$$;

-- Security definer, because nobody may read the directory: it answers for one exact number.
create function receipt_by_number(wanted text)
  returns table (number text, court_id uuid, kind text, received_at timestamptz, file_hashes jsonb)
  language sql stable security definer set search_path = public as $$
  select r.number, r.court_id, r.kind, r.received_at, r.file_hashes from receipt_directory r where r.number = wanted
$$;

revoke execute on function search_cases, receipt_by_number, open_staff_session from public;
grant execute on function open_staff_session to app_staff, app_admin;
grant execute on function search_cases to app_staff;
grant execute on function receipt_by_number to app_public, app_staff, app_admin;

reset role;
