create table bench.court as select k from generate_series(1, :courts) k;

insert into court (id, level, name_zh, name_en, slug, status, updated_at)
select bench.id(1, k), 'basic', '第' || k || '人民法院', 'Court ' || k, 'court-' || k, 'open', now() from bench.court;
insert into court_code (court_id, code, valid_from) select bench.id(1, k), '庭' || lpad(k::text, 4, '0'), '2016-01-01' from bench.court;
insert into court_code_assignment (id, court_id, pack_id, valid_from, assigned_at)
select bench.id(20 + p.nr::int, k), bench.id(1, k), p.pack_id, '2016-01-01', now()
from bench.court, (select pack_id, row_number() over (order by pack_id) nr from code_pack where layer = 'national') p;

insert into staff_account (id, login, name, status, updated_at)
select bench.id(30 + post, k), 'staff-' || k || '-' || post, '工作人员', 'active', now() from bench.court, generate_series(3, 5) post;
insert into staff_member (court_id, id, account_id, name, roles, updated_at)
select bench.id(1, k), bench.id(post, k), bench.id(30 + post, k), bench.person_name(k, 200 + post), array[(array['filing-clerk', 'judge', 'court-clerk'])[post - 2]], now()
from bench.court, generate_series(3, 5) post;
insert into staff_post (account_id, court_id, staff_id) select bench.id(30 + post, k), bench.id(1, k), bench.id(post, k) from bench.court, generate_series(3, 5) post;
insert into session (id, kind, staff_account_id, court_id, staff_id, app, verified_at, expires_at)
select bench.id(40 + post, k), 'staff', bench.id(30 + post, k), bench.id(1, k), bench.id(post, k), 'web', now(), now() + interval '1 year'
from bench.court, generate_series(3, 5) post;
