-- What a column may hold, and which tables belong to a court. Prisma's schema does not say these; the catalogue tests do.
set role owner;

-- A legal day is a plain date, 'YYYY-MM-DD', in the court's zone: text, so that no machine's zone can move it.
create function is_plain_date(day text) returns boolean
  language sql immutable parallel safe
  return case
    when day ~ '^\d{4}-\d{2}-\d{2}$'
      then make_date(substr(day, 1, 4)::int, substr(day, 6, 2)::int, substr(day, 9, 2)::int) is not null
    else day is null
  end;

do $$
declare
  place text;
begin
  foreach place in array array[
    'court_case.next_due', 'party.birth_day', 'representation.valid_from', 'representation.valid_to', 'docket_entry.on_day',
    'clock.due', 'clock_history.due', 'fee_notice.due', 'fee_payment.paid_on', 'task.due',
    'code_pack.valid_from', 'code_pack.valid_to', 'court_code_assignment.valid_from', 'court_code_assignment.valid_to',
    'court_code.valid_from', 'court_code.valid_to', 'calendar_notice.day', 'person_case.next_until',
    'membership.valid_from', 'membership.valid_to'
  ] loop
    execute format('alter table %1$I add constraint %3$I check (is_plain_date(%2$I))',
      split_part(place, '.', 1), split_part(place, '.', 2), replace(place, '.', '_') || '_is_day');
  end loop;
end
$$;

do $$
declare
  rule text[];
begin
  foreach rule slice 1 in array array[
    ['court', 'level', 'supreme,high,intermediate,basic,special'],
    ['court', 'status', 'preparing,open,closed'],
    ['person', 'status', 'active,blocked,erased'],
    ['staff_account', 'status', 'invited,active,disabled'],
    ['session', 'kind', 'person,staff'],
    ['code_pack', 'layer', 'national,superior,court'],
    ['upload', 'status', 'ready,removed'],
    ['court_case', 'visibility', 'public,closed,sealed'],
    ['party', 'side', 'plaintiff,defendant,third-party'],
    ['party', 'kind', 'person,organisation'],
    ['material', 'volume', 'main,internal'],
    ['material', 'review_status', 'pending,passed,returned,original-required'],
    ['material_file', 'volume', 'main,internal'],
    ['panel_note', 'kind', 'panel-note,vetting,mediation-offer'],
    ['clock', 'status', 'running,cleared,expired,stopped'],
    ['task', 'status', 'open,done,cancelled'],
    ['notice', 'recipient_kind', 'person,staff'],
    ['delivery', 'recipient_kind', 'person,staff'],
    ['delivery', 'channel', 'mail,sms,app'],
    ['delivery', 'state', 'queued,sent,delivered,failed,unknown'],
    ['online_consent', 'choice', 'given,refused,withdrawn'],
    ['fee_notice', 'status', 'owed,paid,waived,deferred,overdue'],
    ['question', 'status', 'open,answered'],
    ['case_link', 'kind', 'appeal-of,remand-of,transfer-of,joined-with,enforcement-of,preservation-for'],
    ['docket_entry', 'actor_kind', 'person,staff,system']
  ] loop
    execute format('alter table %I add constraint %I check (%I = any (%L))',
      rule[1], rule[1] || '_' || rule[2] || '_is_known', rule[2], string_to_array(rule[3], ','));
  end loop;
end
$$;

-- Money is a whole number of fen, from nothing to 10^15.
alter table court_case add constraint court_case_amount_in_bounds check (amount_fen between 0 and 1000000000000000);
alter table claim add constraint claim_amount_in_bounds check (amount_fen between 0 and 1000000000000000);
alter table fee_notice add constraint fee_notice_amount_in_bounds check (amount_fen between 0 and 1000000000000000);
alter table fee_payment add constraint fee_payment_amount_in_bounds check (amount_fen between 1 and 1000000000000000);

alter table court add constraint court_slug_is_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table court add constraint court_is_not_its_parent check (parent_id <> id);
alter table session add constraint session_has_one_owner
  check ((kind = 'person' and person_id is not null and staff_account_id is null)
      or (kind = 'staff' and staff_account_id is not null and person_id is null));
alter table upload add constraint upload_has_one_owner check (num_nonnulls(person_id, staff_id) = 1);
alter table upload add constraint upload_rotation_is_quarter check (rotation in (0, 90, 180, 270));
alter table material_file add constraint material_file_rotation_is_quarter check (rotation in (0, 90, 180, 270));
alter table notice add constraint notice_has_one_recipient
  check ((recipient_kind = 'person' and person_id is not null and staff_id is null)
      or (recipient_kind = 'staff' and staff_id is not null and person_id is null));
alter table staff_member add constraint staff_member_weight_in_bounds check (weight between 0 and 1000);
alter table case_counter add constraint case_counter_counts_up check (value >= 0);
alter table docket_entry add constraint docket_entry_seq_counts_up check (seq >= 1);
alter table docket_entry add constraint docket_entry_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$');
alter table blob add constraint blob_hashes_are_hex check (sha256 ~ '^[0-9a-f]{64}$' and sm3 ~ '^[0-9a-f]{64}$');

-- Which tables are a court's own. National tables may hold a court_id, but belong to no court.
do $$
declare
  tenant text;
begin
  foreach tenant in array array[
    'unit', 'room', 'staff_member', 'court_case', 'case_person', 'party', 'representation', 'claim', 'case_link', 'access_grant',
    'docket_entry', 'committed_value', 'clock', 'clock_history', 'case_counter', 'receipt', 'audit', 'audit_seal', 'blob', 'material', 'material_file', 'panel_note',
    'hand_signature', 'online_consent', 'e_service_consent', 'task', 'notice', 'delivery', 'outbox', 'effect',
    'fee_notice', 'fee_payment', 'question', 'answer'
  ] loop
    execute format('comment on table %I is %L', tenant, 'tenant');
  end loop;
end
$$;

reset role;
