-- The hearing room: tables, what their columns may hold, who may touch which rows, and the one read of the room.
set role owner;

-- CreateTable
CREATE TABLE "hearing" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'scheduled',
    "day" TEXT NOT NULL,
    "time" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "room_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "code_hash" TEXT NOT NULL,
    "is_online_possible" BOOLEAN NOT NULL DEFAULT false,
    "door_minutes" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "shown" JSONB,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_why" TEXT,
    "entry_seq" INTEGER,
    "scheduled_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hearing_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "hearing_seat" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "party_id" UUID,
    "representation_id" UUID,
    "staff_id" UUID,
    "mode" TEXT NOT NULL,
    "consent" TEXT,
    "consent_at" TIMESTAMPTZ(3),
    "devices" JSONB,
    "devices_tested_at" TIMESTAMPTZ(3),
    "duties_version" TEXT,
    "duties_confirmed_at" TIMESTAMPTZ(3),
    "waiting_since" TIMESTAMPTZ(3),
    "admitted_at" TIMESTAMPTZ(3),
    "admitted_by_id" UUID,
    "identity_by" TEXT,
    "identity_note" TEXT,
    "sent_out_at" TIMESTAMPTZ(3),
    "sent_out_why" TEXT,
    "may_speak" BOOLEAN NOT NULL DEFAULT false,
    "hand_raised_at" TIMESTAMPTZ(3),
    "ticket" TEXT,
    "ticket_issued_at" TIMESTAMPTZ(3),
    "ticket_used_at" TIMESTAMPTZ(3),
    "notes_answer" TEXT,
    "notes_answered_hash" TEXT,
    "notes_remark" TEXT,
    "notes_answered_at" TIMESTAMPTZ(3),
    "notes_noted_by_id" UUID,

    CONSTRAINT "hearing_seat_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "hearing_notes" (
    "court_id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hearing_notes_pkey" PRIMARY KEY ("court_id","hearing_id")
);

-- CreateTable
CREATE TABLE "hearing_notes_version" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hearing_notes_version_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "hearing_attendance" (
    "court_id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "case_id" UUID NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "hearing_attendance_pkey" PRIMARY KEY ("court_id","hearing_id","seat_id","joined_at")
);

-- CreateTable
CREATE TABLE "media_event" (
    "court_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "hearing_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "identity" TEXT,
    "ticket" TEXT,
    "session" TEXT,
    "track" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_event_pkey" PRIMARY KEY ("court_id","event_id")
);

-- CreateTable
CREATE TABLE "hearing_slice" (
    "court_id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "mime" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "chain_hash" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "recorder_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hearing_slice_pkey" PRIMARY KEY ("court_id","hearing_id","index")
);

-- CreateTable
CREATE TABLE "hearing_gap" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "why" TEXT NOT NULL,

    CONSTRAINT "hearing_gap_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "hearing_recorder" (
    "court_id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "recorder_id" TEXT NOT NULL,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "is_possible" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hearing_recorder_pkey" PRIMARY KEY ("court_id","hearing_id")
);

-- CreateTable
CREATE TABLE "person_hearing" (
    "person_id" UUID NOT NULL,
    "court_id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "line" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_hearing_pkey" PRIMARY KEY ("person_id","court_id","hearing_id")
);

-- CreateIndex
CREATE INDEX "hearing_court_id_day_starts_at_id_idx" ON "hearing"("court_id", "day", "starts_at", "id");

-- CreateIndex
CREATE INDEX "hearing_court_id_case_id_starts_at_idx" ON "hearing"("court_id", "case_id", "starts_at");

-- CreateIndex
CREATE INDEX "hearing_court_id_status_idx" ON "hearing"("court_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "hearing_seat_court_id_hearing_id_position_key" ON "hearing_seat"("court_id", "hearing_id", "position");

-- CreateIndex
CREATE INDEX "hearing_notes_version_court_id_hearing_id_at_idx" ON "hearing_notes_version"("court_id", "hearing_id", "at");

-- CreateIndex
CREATE INDEX "media_event_court_id_hearing_id_at_idx" ON "media_event"("court_id", "hearing_id", "at");

-- CreateIndex
CREATE INDEX "hearing_gap_court_id_hearing_id_from_at_idx" ON "hearing_gap"("court_id", "hearing_id", "from_at");

-- CreateIndex
CREATE INDEX "person_hearing_person_id_starts_at_hearing_id_idx" ON "person_hearing"("person_id", "starts_at" DESC, "hearing_id");

-- CreateIndex
CREATE INDEX "person_hearing_court_id_hearing_id_idx" ON "person_hearing"("court_id", "hearing_id");

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_court_id_room_id_fkey" FOREIGN KEY ("court_id", "room_id") REFERENCES "room"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_seat" ADD CONSTRAINT "hearing_seat_court_id_hearing_id_fkey" FOREIGN KEY ("court_id", "hearing_id") REFERENCES "hearing"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_notes" ADD CONSTRAINT "hearing_notes_court_id_hearing_id_fkey" FOREIGN KEY ("court_id", "hearing_id") REFERENCES "hearing"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_notes_version" ADD CONSTRAINT "hearing_notes_version_court_id_hearing_id_fkey" FOREIGN KEY ("court_id", "hearing_id") REFERENCES "hearing"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_attendance" ADD CONSTRAINT "hearing_attendance_court_id_hearing_id_fkey" FOREIGN KEY ("court_id", "hearing_id") REFERENCES "hearing"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_attendance" ADD CONSTRAINT "hearing_attendance_court_id_seat_id_fkey" FOREIGN KEY ("court_id", "seat_id") REFERENCES "hearing_seat"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_slice" ADD CONSTRAINT "hearing_slice_court_id_hearing_id_fkey" FOREIGN KEY ("court_id", "hearing_id") REFERENCES "hearing"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_gap" ADD CONSTRAINT "hearing_gap_court_id_hearing_id_fkey" FOREIGN KEY ("court_id", "hearing_id") REFERENCES "hearing"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_recorder" ADD CONSTRAINT "hearing_recorder_court_id_hearing_id_fkey" FOREIGN KEY ("court_id", "hearing_id") REFERENCES "hearing"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

do $$
declare
  place text;
begin
  foreach place in array array['hearing.day'] loop
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
    ['hearing', 'kind', 'inquiry'],
    ['hearing', 'status', 'scheduled,open,paused,reading,held,cancelled'],
    ['hearing_seat', 'side', 'court,plaintiff,defendant,other'],
    ['hearing_seat', 'mode', 'online,in-court'],
    ['hearing_seat', 'consent', 'given,refused,none'],
    ['hearing_seat', 'identity_by', 'account,document,face,known'],
    ['hearing_seat', 'notes_answer', 'confirmed,refused'],
    ['hearing_notes_version', 'kind', 'closed,conflict']
  ] loop
    execute format('alter table %I add constraint %I check (%I = any (%L))',
      rule[1], rule[1] || '_' || rule[2] || '_is_known', rule[2], string_to_array(rule[3], ','));
  end loop;
end
$$;

alter table hearing add constraint hearing_time_is_of_a_clock check (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
alter table hearing add constraint hearing_minutes_in_bounds check (minutes between 10 and 600);
-- A seat belongs to a party (perhaps through its agent) or to the court's own people; only the former is asked for consent.
alter table hearing_seat add constraint hearing_seat_has_one_holder check (num_nonnulls(party_id, staff_id) = 1);
alter table hearing_seat add constraint hearing_seat_consent_is_of_parties check ((consent is null) = (staff_id is not null));
alter table hearing_notes add constraint hearing_notes_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$');
alter table hearing_notes_version add constraint hearing_notes_version_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$');
alter table hearing_attendance add constraint hearing_attendance_goes_forward check (left_at >= joined_at);
alter table hearing_slice add constraint hearing_slice_hashes_are_hex
  check (hash ~ '^[0-9a-f]{64}$' and previous_hash ~ '^[0-9a-f]{64}$' and chain_hash ~ '^[0-9a-f]{64}$');
alter table hearing_slice add constraint hearing_slice_counts_up check (index >= 0 and size_bytes > 0 and ended_at >= started_at);
alter table hearing_gap add constraint hearing_gap_goes_forward check (to_at >= from_at);

-- 1. The court: every table, as in the migration `rights`.
do $$
declare
  t text;
begin
  foreach t in array array['hearing', 'hearing_seat', 'hearing_notes', 'hearing_notes_version', 'hearing_attendance', 'media_event',
    'hearing_slice', 'hearing_gap', 'hearing_recorder'] loop
    execute format('comment on table %I is %L', t, 'tenant');
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy court on %I for all to app_staff, app_admin, worker
      using (court_id = (select app_court_id())) with check (court_id = (select app_court_id()))', t);
  end loop;
end
$$;

-- 2. The person: reads the hearings of cases they stand in. Nobody of the public zone reads reports of the media server or kept drafts of notes.
do $$
declare
  stands constant text := 'court_id = (select app_court_id()) and exists (select 1 from case_person p where p.court_id = %1$I.court_id
    and p.case_id = %1$I.case_id and p.person_id = (select app_person_id()) and p.to_at is null)';
  t text;
begin
  foreach t in array array['hearing', 'hearing_notes', 'hearing_attendance', 'hearing_slice', 'hearing_gap', 'hearing_recorder'] loop
    execute format('create policy person on %1$I for select to app_public using (' || stands || ')', t);
  end loop;
  execute format('create policy person on %1$I for select to app_public using (' || stands || ')', 'hearing_seat');
  -- What a party does at the door moves the revision of its hearing.
  execute format('create policy person_updates on %1$I for update to app_public using (' || stands || ') with check (' || stands || ')', 'hearing');
  -- Of the seats a person writes to their own alone: as the party, as its agent, or as who stands for an organisation.
  execute format('create policy person_updates on %1$I for update to app_public using (' || stands || ' and (
      (representation_id is null and exists (select 1 from party o where o.court_id = hearing_seat.court_id and o.id = hearing_seat.party_id
        and o.person_id = (select app_person_id())))
      or exists (select 1 from representation r where r.court_id = hearing_seat.court_id and r.id = hearing_seat.representation_id
        and r.person_id = (select app_person_id()))
      or (representation_id is null and exists (select 1 from party o join case_person c on c.court_id = o.court_id and c.case_id = o.case_id
        where o.court_id = hearing_seat.court_id and o.id = hearing_seat.party_id and o.person_id is null
        and c.person_id = (select app_person_id()) and c.to_at is null and c.role in (o.side, ''agent'')))))', 'hearing_seat');

  -- The directory of "my hearings": mine everywhere; in a court, that of the people who stand in a case with me.
  execute 'alter table person_hearing enable row level security';
  execute 'alter table person_hearing force row level security';
  execute format('create policy person on %1$I for all to app_public using (person_id = (select app_person_id()) or (' || stands || '))
    with check (person_id = (select app_person_id()) or (' || stands || '))', 'person_hearing');
end
$$;
create policy court on person_hearing for all to app_staff, worker
  using (court_id = (select app_court_id())) with check (court_id = (select app_court_id()));

-- 3. Across courts: the worker finds the hearings that want a recorder.
create policy across_reads on hearing for select to worker using ((select app_court_id()) is null);
create policy across_reads on hearing_recorder for select to worker using ((select app_court_id()) is null);

-- 4. Grants. Who is admitted and who may speak is not a party's to write.
grant select on hearing, hearing_seat, hearing_notes, hearing_attendance, hearing_slice, hearing_gap, hearing_recorder to app_public;
grant update (revision, updated_at) on hearing to app_public;
grant update (mode, consent, consent_at, devices, devices_tested_at, duties_version, duties_confirmed_at, waiting_since, hand_raised_at,
  ticket, ticket_issued_at, ticket_used_at, notes_answer, notes_answered_hash, notes_remark, notes_answered_at) on hearing_seat to app_public;
grant select, insert, update on hearing, hearing_seat, hearing_notes to app_staff, worker;
grant select, insert on hearing_notes_version to app_staff, worker;
grant select on hearing_attendance, hearing_slice, hearing_gap, hearing_recorder, media_event to app_staff;
grant select, insert, update, delete on hearing_attendance to worker;
grant select, insert on media_event, hearing_slice to worker;
grant select, insert on hearing_gap to worker;
grant update (to_at) on hearing_gap to worker;
grant select, insert, update on hearing_recorder to worker;
grant select, insert, update on person_hearing to app_public, app_staff, worker;

-- 5. The room in one read, under row-level security of whoever asks: everything that stands in it, and who stands in the case.
create function hearing_room(court uuid, wanted uuid) returns jsonb language sql stable parallel safe as $$
  select jsonb_build_object(
    'hearing', to_jsonb(h),
    'case', (select jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title, 'state', c.state, 'headSeq', c.head_seq, 'judgeId', c.judge_id,
      'clerkId', c.clerk_id, 'visibility', c.visibility) from court_case c where c.court_id = court and c.id = h.case_id),
    'court', (select jsonb_build_object('id', k.id, 'slug', k.slug, 'zh', k.name_zh, 'en', k.name_en, 'zone', k.zone) from court k where k.id = court),
    'room', (select jsonb_build_object('zh', r.name_zh, 'en', r.name_en) from room r where r.court_id = court and r.id = h.room_id),
    'seats', coalesce((select jsonb_agg(to_jsonb(s) order by s.position) from hearing_seat s where s.court_id = court and s.hearing_id = h.id), '[]'),
    'notes', (select to_jsonb(n) from hearing_notes n where n.court_id = court and n.hearing_id = h.id),
    'attendance', coalesce((select jsonb_agg(jsonb_build_object('seatId', a.seat_id, 'joinedAt', a.joined_at, 'leftAt', a.left_at)
      order by a.joined_at, a.seat_id) from hearing_attendance a where a.court_id = court and a.hearing_id = h.id), '[]'),
    'slices', coalesce((select jsonb_agg(to_jsonb(l) order by l.index) from hearing_slice l where l.court_id = court and l.hearing_id = h.id), '[]'),
    'gaps', coalesce((select jsonb_agg(to_jsonb(g) order by g.from_at) from hearing_gap g where g.court_id = court and g.hearing_id = h.id), '[]'),
    'recorder', (select to_jsonb(o) from hearing_recorder o where o.court_id = court and o.hearing_id = h.id),
    'parties', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'side', p.side, 'personId', p.person_id) order by p.side desc, p.position)
      from party p where p.court_id = court and p.case_id = h.case_id), '[]'),
    'representations', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'partyId', r.party_id, 'personId', r.person_id,
      'validFrom', r.valid_from, 'validTo', r.valid_to) order by r.id) from representation r where r.court_id = court and r.case_id = h.case_id), '[]'),
    'standing', coalesce((select jsonb_agg(jsonb_build_object('personId', q.person_id, 'role', q.role) order by q.person_id)
      from case_person q where q.court_id = court and q.case_id = h.case_id and q.to_at is null), '[]'),
    'materials', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'title', m.title, 'partyId', m.party_id, 'files',
        (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'pages', coalesce(b.pages, 1)) order by f.position), '[]')
         from material_file f join blob b on b.court_id = f.court_id and b.sha256 = f.blob_sha256
         where f.court_id = court and f.material_id = m.id)) order by m.position, m.submitted_at)
      from material m where m.court_id = court and m.case_id = h.case_id and m.superseded_by_id is null and m.volume = 'main'), '[]'))
  from hearing h where h.court_id = court and h.id = wanted
$$;

revoke execute on function hearing_room from public;
grant execute on function hearing_room to app_public, app_staff, worker;

reset role;
