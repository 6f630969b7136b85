-- One session in each court, its door open, with judge and clerk on the roll: whoever is signed in as one of them may enter.
delete from hearing_notes where hearing_id in (select bench.id(60, k) from generate_series(1, :courts) k);
delete from hearing_seat where hearing_id in (select bench.id(60, k) from generate_series(1, :courts) k);
delete from hearing where id in (select bench.id(60, k) from generate_series(1, :courts) k);

insert into hearing (court_id, id, case_id, kind, status, day, time, starts_at, minutes, code_hash, door_minutes, scheduled_by_id, updated_at)
select bench.id(1, k), bench.id(60, k), c.id, 'inquiry', 'scheduled', to_char(now(), 'YYYY-MM-DD'), '09:00', now() + interval '10 minutes', 60, c.code_hash, 600, bench.id(5, k), now()
from generate_series(1, :courts) k, lateral (
  select id, code_hash from court_case where court_id = bench.id(1, k) and state = 'accepted' order by id limit 1
) c;
insert into hearing_seat (court_id, id, hearing_id, case_id, position, role, side, name, staff_id, mode, may_speak)
select h.court_id, bench.id(60 + post, k), h.id, h.case_id, post, (array['judge', 'court-clerk'])[post - 3], 'court', '法院', bench.id(post, k), 'online', true
from generate_series(1, :courts) k join hearing h on h.id = bench.id(60, k), generate_series(4, 5) post;
insert into hearing_notes (court_id, hearing_id, case_id, hash, updated_at)
select court_id, id, case_id, encode(sha256(''), 'hex'), now() from hearing where id in (select bench.id(60, k) from generate_series(1, :courts) k);
