-- Cases of all courts mixed, as they come in over the years: the rows of one court lie apart, as they do in an installation.
create temporary table made as
select n, court, bench.id(1, court) as court_id, bench.id(2, n) as id, at,
  case when open < 0.62 then 'closed' when open < 0.70 then 'filed' when open < 0.82 then 'accepted' when open < 0.92 then 'served' else 'heard' end as state,
  bench.party_name(n, 100) as plaintiff, bench.party_name(n, 120) as defendant,
  bench.pick(array['民间借贷纠纷', '买卖合同纠纷', '离婚纠纷', '机动车交通事故责任纠纷', '物业服务合同纠纷', '房屋租赁合同纠纷'], bench.chance(n, 9)) as cause
from (
  select n, bench.court(bench.chance(n, 1), :courts) as court,
    timestamptz '2026-11-20 08:00Z' - ((:cases - n) * interval '5 years' / :cases) as at, bench.chance(n, 2) as open
  from generate_series(1, :cases) n
) s;

insert into court_case (court_id, id, number, type, year, serial, state, state_title, state_since, visibility, procedure, cause_code, cause_title, code_hash,
  judge_id, clerk_id, title, amount_fen, receipt_number, submitted_at, accepted_at, closed_at, held_by, held_since, next_what, next_by, next_due, head_seq, head_hash, updated_at)
select court_id, id, case when state <> 'filed' then '（' || extract(year from at) || '）庭' || lpad(court::text, 4, '0') || '民初' || n || '号' end,
  case when state <> 'filed' then '民初' end, case when state <> 'filed' then extract(year from at)::int end, case when state <> 'filed' then n::int end,
  state, jsonb_build_object('zh', '状态' || state, 'en', state), at + interval '2 days', 'public', case when bench.chance(n, 3) < 0.7 then 'summary' else 'ordinary' end,
  'contract.loan.private', cause, repeat('a', 64), case when state <> 'filed' then bench.id(4, court) end, case when state <> 'filed' then bench.id(5, court) end,
  plaintiff || '诉' || defendant || cause, 100 * (1000 + floor(bench.chance(n, 4) * 500000))::bigint, 'R' || lpad(n::text, 10, '0'),
  at, case when state <> 'filed' then at + interval '3 days' end, case when state = 'closed' then at + interval '90 days' end,
  case when state = 'filed' then 'filing-clerk' when state <> 'closed' then 'judge' end, at,
  case when state <> 'closed' then '{"zh":"审查立案","en":"Review the filing"}'::jsonb end, case when state <> 'closed' then 'filing-clerk' end,
  case when state <> 'closed' and bench.chance(n, 5) < 0.9 then to_char(date '2026-11-24' - 10 + (bench.chance(n, 6) * 100)::int, 'YYYY-MM-DD') end,
  3, repeat('b', 64), at + bench.chance(n, 7) * interval '20 days'
from made;

insert into party (court_id, id, case_id, side, position, kind, name, display_name, salt, updated_at)
select court_id, bench.id(6, n * 2 + side), id, case side when 0 then 'plaintiff' else 'defendant' end, 1,
  case when char_length(name) > 5 then 'organisation' else 'person' end, name, name, repeat('c', 32), at
from made, lateral (values (0, plaintiff), (1, defendant)) p (side, name);

insert into claim (court_id, id, case_id, position, kind, text, amount_fen)
select court_id, bench.id(7, n), id, 1, 'payment', '判令被告归还借款本金及利息', 5000000 from made;

insert into docket_entry (court_id, case_id, seq, type, recorded_at, on_day, actor_kind, actor_id, action, code_hash, hash, previous_hash, body)
select court_id, id, seq, 'filing-received', at, to_char(at, 'YYYY-MM-DD'), 'person', bench.id(8, n), 'file', repeat('a', 64), repeat('b', 64), repeat('0', 64),
  jsonb_build_object('seq', seq, 'type', 'filing-received', 'at', at, 'data', jsonb_build_object('text', repeat('事', 60)))
from made, generate_series(1, 2) seq;

insert into clock (court_id, case_id, key, period_id, whose, started_by, due, due_at, status, proof, updated_at)
select court_id, id, 'review', 'filing-review', 'court', 1, to_char(at + interval '7 days', 'YYYY-MM-DD'), at + interval '7 days', 'cleared', '[]', at from made;

insert into task (court_id, id, case_id, kind, title, role, due, status, updated_at)
select court_id, bench.id(9, n), id, 'review', '{"zh":"审查立案","en":"Review"}', 'filing-clerk', to_char(at + interval '7 days', 'YYYY-MM-DD'),
  case when state = 'filed' then 'open' else 'done' end, at from made;

insert into question (court_id, id, case_id, asked_by_id, text, status, asked_at)
select court_id, bench.id(10, n), id, bench.id(4, court), '请问何时开庭？', case when state = 'closed' then 'answered' else 'open' end, at from made where bench.chance(n, 8) < 0.05;

insert into case_person (court_id, person_id, case_id, role) select court_id, bench.id(8, n), id, 'plaintiff' from made;
insert into person_case (person_id, court_id, case_id, role, title, state, updated_at)
select bench.id(8, n), court_id, id, 'plaintiff', plaintiff || '诉' || defendant || cause, state, at from made;
