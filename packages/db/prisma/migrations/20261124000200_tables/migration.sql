set role owner;

-- CreateTable
CREATE TABLE "court_case" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT,
    "type" TEXT,
    "year" INTEGER,
    "serial" INTEGER,
    "state" TEXT NOT NULL,
    "state_title" JSONB NOT NULL DEFAULT '{}',
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'public',
    "procedure" TEXT,
    "cause_edition" TEXT,
    "cause_code" TEXT,
    "cause_title" TEXT,
    "code_hash" TEXT NOT NULL,
    "unit_id" UUID,
    "judge_id" UUID,
    "clerk_id" UUID,
    "title" TEXT NOT NULL,
    "amount_fen" BIGINT,
    "receipt_number" TEXT,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "held_by" TEXT,
    "held_since" TIMESTAMPTZ(3),
    "next_what" JSONB,
    "next_by" TEXT,
    "next_due" TEXT,
    "next_clock_key" TEXT,
    "head_seq" INTEGER NOT NULL DEFAULT 0,
    "head_hash" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "court_case_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "case_person" (
    "court_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_person_pkey" PRIMARY KEY ("court_id","person_id","case_id")
);

-- CreateTable
CREATE TABLE "party" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "id_kind" TEXT,
    "id_cipher" TEXT,
    "id_index" TEXT,
    "phone_cipher" TEXT,
    "phone_index" TEXT,
    "address_cipher" TEXT,
    "is_address_protected" BOOLEAN NOT NULL DEFAULT false,
    "email_cipher" TEXT,
    "nationality" TEXT,
    "birth_day" TEXT,
    "gender" TEXT,
    "representative_name" TEXT,
    "person_id" UUID,
    "organisation_id" UUID,
    "salt" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "representation" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "firm" TEXT,
    "licence_number" TEXT,
    "id_kind" TEXT,
    "id_cipher" TEXT,
    "id_index" TEXT,
    "phone_cipher" TEXT,
    "phone_index" TEXT,
    "powers" TEXT[],
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "representation_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "claim" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "party_id" UUID,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "amount_fen" BIGINT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "claim_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "case_link" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "other_court_id" UUID NOT NULL,
    "other_case_id" UUID NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_link_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "access_grant" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "grantee_court_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "docket_entry" (
    "court_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "on_day" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "subject" TEXT,
    "hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "docket_entry_pkey" PRIMARY KEY ("court_id","case_id","seq")
);

-- CreateTable
CREATE TABLE "committed_value" (
    "court_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "entry_seq" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "value_cipher" TEXT NOT NULL,

    CONSTRAINT "committed_value_pkey" PRIMARY KEY ("court_id","case_id","entry_seq","key")
);

-- CreateTable
CREATE TABLE "clock" (
    "court_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "period_id" TEXT NOT NULL,
    "subject" TEXT,
    "whose" TEXT NOT NULL,
    "title" JSONB NOT NULL DEFAULT '{}',
    "started_by" INTEGER NOT NULL,
    "due" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "is_provisional" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL,
    "cleared_by" INTEGER,
    "proof" JSONB NOT NULL,
    "remind_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "expiry_handled_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("court_id","case_id","key")
);

-- CreateTable
CREATE TABLE "clock_history" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "because" JSONB NOT NULL,
    "entry_seq" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clock_history_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "case_counter" (
    "court_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "case_counter_pkey" PRIMARY KEY ("court_id","key")
);

-- CreateTable
CREATE TABLE "receipt" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "entry_seq" INTEGER,
    "file_hashes" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "audit" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_roles" TEXT[],
    "action" TEXT NOT NULL,
    "case_id" UUID,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,
    "ip" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "audit_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "court_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_id" UUID NOT NULL,
    "seal" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("court_id","seq")
);

-- CreateTable
CREATE TABLE "fee_notice" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "party_id" UUID,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "arithmetic" JSONB NOT NULL,
    "due" TEXT,
    "status" TEXT NOT NULL DEFAULT 'owed',
    "entry_seq" INTEGER,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fee_notice_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "fee_payment" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "fee_notice_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "voucher" TEXT NOT NULL,
    "paid_on" TEXT NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fee_payment_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "question" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "party_id" UUID,
    "asked_by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "entry_seq" INTEGER,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "answer" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "answered_by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "entry_seq" INTEGER,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "blob" (
    "court_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "sm3" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "mime" TEXT NOT NULL,
    "pages" INTEGER,
    "storage_key" TEXT NOT NULL,
    "thumbnail_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blob_pkey" PRIMARY KEY ("court_id","sha256")
);

-- CreateTable
CREATE TABLE "material" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "volume" TEXT NOT NULL DEFAULT 'main',
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "party_id" UUID,
    "submitted_by_person_id" UUID,
    "submitted_by_staff_id" UUID,
    "entry_seq" INTEGER,
    "review_status" TEXT NOT NULL DEFAULT 'pending',
    "review_reasons" JSONB NOT NULL DEFAULT '[]',
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "pages" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,
    "superseded_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "material_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "material_file" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "material_id" UUID NOT NULL,
    "volume" TEXT NOT NULL DEFAULT 'main',
    "blob_sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "rotation" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "material_file_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "panel_note" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "panel_note_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "hand_signature" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "party_id" UUID,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "strokes" JSONB NOT NULL,
    "image_sha256" TEXT,
    "signed_hash" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hand_signature_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "online_consent" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "party_id" UUID,
    "person_id" UUID,
    "stage" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "notice_version" TEXT NOT NULL,
    "notice_hash" TEXT NOT NULL,
    "entry_seq" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "online_consent_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "e_service_consent" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "party_id" UUID,
    "person_id" UUID,
    "channel" TEXT NOT NULL,
    "address_cipher" TEXT NOT NULL,
    "document_kinds" TEXT[],
    "identity_verified_at" TIMESTAMPTZ(3),
    "address_confirmed_at" TIMESTAMPTZ(3),
    "consented_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "notice_version" TEXT NOT NULL,
    "notice_hash" TEXT NOT NULL,

    CONSTRAINT "e_service_consent_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "unit" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "address" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "room" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "unit_id" UUID,
    "kind" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "room_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "roles" TEXT[],
    "unit_id" UUID,
    "weight" INTEGER NOT NULL DEFAULT 100,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "task" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "role" TEXT,
    "staff_id" UUID,
    "person_id" UUID,
    "is_internal" BOOLEAN NOT NULL DEFAULT false,
    "due" TEXT,
    "clock_key" TEXT,
    "entry_seq" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'open',
    "done_by_id" UUID,
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "notice" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID,
    "kind" TEXT NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "person_id" UUID,
    "staff_id" UUID,
    "title" JSONB NOT NULL,
    "body" JSONB NOT NULL,
    "link" TEXT,
    "entry_seq" INTEGER,
    "dedupe_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "case_id" UUID,
    "channel" TEXT NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "provider_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "court_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "dispatched_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),
    "dead_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("court_id","id")
);

-- CreateTable
CREATE TABLE "effect" (
    "court_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "result" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "effect_pkey" PRIMARY KEY ("court_id","kind","key")
);

-- CreateTable
CREATE TABLE "code_pack" (
    "hash" TEXT NOT NULL,
    "pack_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "court_id" UUID,
    "parent_pack_id" TEXT,
    "title" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "code_pack_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "court_code_assignment" (
    "id" UUID NOT NULL,
    "court_id" UUID NOT NULL,
    "pack_id" TEXT NOT NULL,
    "pack_hash" TEXT,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "assigned_by_id" UUID,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "court_code_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolved_code" (
    "hash" TEXT NOT NULL,
    "court_id" UUID NOT NULL,
    "pack_hashes" TEXT[],
    "code" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resolved_code_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "court" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "level" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "region_code" TEXT,
    "emblem" TEXT,
    "contact" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'preparing',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "court_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "court_code" (
    "court_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,

    CONSTRAINT "court_code_pkey" PRIMARY KEY ("court_id","code","valid_from")
);

-- CreateTable
CREATE TABLE "cause" (
    "edition" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "parent_code" TEXT,
    "position" INTEGER NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "is_in_force" BOOLEAN NOT NULL DEFAULT true,
    "reference" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "cause_pkey" PRIMARY KEY ("edition","code")
);

-- CreateTable
CREATE TABLE "calendar_notice" (
    "id" UUID NOT NULL,
    "court_id" UUID,
    "day" TEXT NOT NULL,
    "is_court_day" BOOLEAN NOT NULL,
    "reason_zh" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "reference" JSONB NOT NULL DEFAULT '{}',
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_case" (
    "person_id" UUID NOT NULL,
    "court_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "state" TEXT NOT NULL,
    "state_title" JSONB NOT NULL DEFAULT '{}',
    "next_what" JSONB,
    "next_by" TEXT,
    "next_until" TEXT,
    "is_for_me" BOOLEAN NOT NULL DEFAULT false,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_case_pkey" PRIMARY KEY ("person_id","court_id","case_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "court_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'filing',
    "code_hash" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "data" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "field_versions" JSONB NOT NULL DEFAULT '{}',
    "submitted_case_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "staff_id" UUID,
    "court_id" UUID NOT NULL,
    "draft_id" UUID,
    "case_id" UUID,
    "slot" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT NOT NULL,
    "mime" TEXT,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT,
    "sm3" TEXT,
    "pages" INTEGER,
    "storage_key" TEXT,
    "thumbnail_key" TEXT,
    "status" TEXT NOT NULL DEFAULT 'ready',
    "reason" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,
    "rotation" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_directory" (
    "number" TEXT NOT NULL,
    "court_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "file_hashes" JSONB NOT NULL,

    CONSTRAINT "receipt_directory_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "national_audit" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "court_id" UUID,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,
    "ip" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "national_audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "phone_cipher" TEXT,
    "phone_index" TEXT,
    "display_name" TEXT NOT NULL,
    "legal_name" TEXT,
    "id_kind" TEXT,
    "id_cipher" TEXT,
    "id_index" TEXT,
    "identity_level" INTEGER NOT NULL DEFAULT 0,
    "identity_verified_at" TIMESTAMPTZ(3),
    "email_cipher" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "is_elder_mode" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "legal_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL,
    "representative_name" TEXT,
    "identity_level" INTEGER NOT NULL DEFAULT 0,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "powers" TEXT[],
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_account" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "totp_cipher" TEXT,
    "totp_last_step" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "invitation_hash" TEXT,
    "invitation_expires_at" TIMESTAMPTZ(3),
    "phone_cipher" TEXT,
    "email_cipher" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_post" (
    "account_id" UUID NOT NULL,
    "court_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,

    CONSTRAINT "staff_post_pkey" PRIMARY KEY ("account_id","court_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "staff_account_id" UUID,
    "court_id" UUID,
    "staff_id" UUID,
    "app" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "ip" TEXT NOT NULL DEFAULT '',
    "identity_level" INTEGER NOT NULL DEFAULT 0,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_because" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_code" (
    "id" UUID NOT NULL,
    "phone_index" TEXT NOT NULL,
    "phone_cipher" TEXT NOT NULL,
    "person_id" UUID,
    "purpose" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "code_cipher" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "ip" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "court_case_court_id_state_updated_at_id_idx" ON "court_case"("court_id", "state", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "court_case_court_id_updated_at_id_idx" ON "court_case"("court_id", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "court_case_court_id_judge_id_updated_at_id_idx" ON "court_case"("court_id", "judge_id", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "court_case_court_id_next_due_id_idx" ON "court_case"("court_id", "next_due", "id");

-- CreateIndex
CREATE UNIQUE INDEX "court_case_court_id_number_key" ON "court_case"("court_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "court_case_court_id_type_year_serial_key" ON "court_case"("court_id", "type", "year", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "court_case_court_id_receipt_number_key" ON "court_case"("court_id", "receipt_number");

-- CreateIndex
CREATE INDEX "case_person_court_id_case_id_idx" ON "case_person"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "party_court_id_id_index_idx" ON "party"("court_id", "id_index");

-- CreateIndex
CREATE INDEX "party_court_id_person_id_idx" ON "party"("court_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_court_id_case_id_side_position_key" ON "party"("court_id", "case_id", "side", "position");

-- CreateIndex
CREATE INDEX "representation_court_id_case_id_idx" ON "representation"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "representation_court_id_party_id_idx" ON "representation"("court_id", "party_id");

-- CreateIndex
CREATE INDEX "representation_court_id_person_id_idx" ON "representation"("court_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_court_id_case_id_position_key" ON "claim"("court_id", "case_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "case_link_court_id_case_id_kind_other_court_id_other_case_i_key" ON "case_link"("court_id", "case_id", "kind", "other_court_id", "other_case_id");

-- CreateIndex
CREATE INDEX "access_grant_court_id_case_id_idx" ON "access_grant"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "docket_entry_court_id_recorded_at_idx" ON "docket_entry"("court_id", "recorded_at");

-- CreateIndex
CREATE INDEX "clock_due_sweep_idx" ON "clock"("due_at") WHERE (status = 'running' and expiry_handled_at is null);

-- CreateIndex
CREATE INDEX "clock_remind_sweep_idx" ON "clock"("remind_at") WHERE (status = 'running' and reminded_at is null);

-- CreateIndex
CREATE INDEX "clock_court_id_due_idx" ON "clock"("court_id", "due");

-- CreateIndex
CREATE INDEX "clock_history_court_id_case_id_key_at_idx" ON "clock_history"("court_id", "case_id", "key", "at");

-- CreateIndex
CREATE INDEX "receipt_court_id_case_id_idx" ON "receipt"("court_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_court_id_number_key" ON "receipt"("court_id", "number");

-- CreateIndex
CREATE INDEX "audit_court_id_case_id_at_idx" ON "audit"("court_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "audit_court_id_actor_id_at_idx" ON "audit"("court_id", "actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_court_id_recorded_at_id_idx" ON "audit"("court_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "fee_notice_court_id_case_id_idx" ON "fee_notice"("court_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "fee_notice_court_id_number_key" ON "fee_notice"("court_id", "number");

-- CreateIndex
CREATE INDEX "fee_payment_court_id_case_id_idx" ON "fee_payment"("court_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "fee_payment_court_id_voucher_key" ON "fee_payment"("court_id", "voucher");

-- CreateIndex
CREATE INDEX "question_court_id_case_id_idx" ON "question"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "answer_court_id_case_id_idx" ON "answer"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "material_court_id_case_id_volume_position_idx" ON "material"("court_id", "case_id", "volume", "position");

-- CreateIndex
CREATE INDEX "material_file_court_id_case_id_idx" ON "material_file"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "material_file_court_id_blob_sha256_idx" ON "material_file"("court_id", "blob_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "material_file_court_id_material_id_position_key" ON "material_file"("court_id", "material_id", "position");

-- CreateIndex
CREATE INDEX "panel_note_court_id_case_id_idx" ON "panel_note"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "hand_signature_court_id_case_id_idx" ON "hand_signature"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "online_consent_court_id_case_id_idx" ON "online_consent"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "e_service_consent_court_id_case_id_idx" ON "e_service_consent"("court_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_court_id_account_id_key" ON "staff_member"("court_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_open_once_idx" ON "task"("court_id", "case_id", "kind") WHERE (status = 'open');

-- CreateIndex
CREATE INDEX "task_court_id_case_id_idx" ON "task"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "task_court_id_status_role_due_id_idx" ON "task"("court_id", "status", "role", "due", "id");

-- CreateIndex
CREATE INDEX "task_court_id_status_staff_id_due_id_idx" ON "task"("court_id", "status", "staff_id", "due", "id");

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_idx" ON "notice"("person_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_court_id_staff_id_created_at_idx" ON "notice"("court_id", "staff_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_court_id_case_id_idx" ON "notice"("court_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_court_id_dedupe_key_key" ON "notice"("court_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "delivery_provider_id_idx" ON "delivery"("provider_id");

-- CreateIndex
CREATE INDEX "delivery_court_id_state_queued_at_idx" ON "delivery"("court_id", "state", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_court_id_notice_id_channel_key" ON "delivery"("court_id", "notice_id", "channel");

-- CreateIndex
CREATE INDEX "outbox_waiting_idx" ON "outbox"("available_at", "id") WHERE (done_at is null and dead_at is null and dispatched_at is null);

-- CreateIndex
CREATE INDEX "outbox_owed_idx" ON "outbox"("available_at") WHERE (done_at is null and dead_at is null);

-- CreateIndex
CREATE UNIQUE INDEX "code_pack_pack_id_version_key" ON "code_pack"("pack_id", "version");

-- CreateIndex
CREATE INDEX "court_code_assignment_court_id_valid_from_idx" ON "court_code_assignment"("court_id", "valid_from");

-- CreateIndex
CREATE INDEX "resolved_code_court_id_idx" ON "resolved_code"("court_id");

-- CreateIndex
CREATE UNIQUE INDEX "court_slug_key" ON "court"("slug");

-- CreateIndex
CREATE INDEX "court_parent_id_idx" ON "court"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "court_code_code_valid_from_key" ON "court_code"("code", "valid_from");

-- CreateIndex
CREATE INDEX "cause_edition_parent_code_idx" ON "cause"("edition", "parent_code");

-- CreateIndex
CREATE INDEX "calendar_notice_day_idx" ON "calendar_notice"("day");

-- CreateIndex
CREATE INDEX "person_case_person_id_updated_at_case_id_idx" ON "person_case"("person_id", "updated_at" DESC, "case_id");

-- CreateIndex
CREATE INDEX "person_case_court_id_case_id_idx" ON "person_case"("court_id", "case_id");

-- CreateIndex
CREATE INDEX "draft_person_id_updated_at_idx" ON "draft"("person_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "upload_draft_id_slot_position_idx" ON "upload"("draft_id", "slot", "position");

-- CreateIndex
CREATE INDEX "upload_person_id_idx" ON "upload"("person_id");

-- CreateIndex
CREATE INDEX "upload_court_id_staff_id_idx" ON "upload"("court_id", "staff_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "national_audit_recorded_at_id_idx" ON "national_audit"("recorded_at", "id");

-- CreateIndex
CREATE INDEX "national_audit_actor_id_at_idx" ON "national_audit"("actor_id", "at");

-- CreateIndex
CREATE INDEX "national_audit_subject_kind_subject_id_idx" ON "national_audit"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_phone_index_key" ON "person"("phone_index");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_kind_id_index_key" ON "person"("id_kind", "id_index");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_credit_code_key" ON "organisation"("credit_code");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_account_login_key" ON "staff_account"("login");

-- CreateIndex
CREATE UNIQUE INDEX "staff_account_invitation_hash_key" ON "staff_account"("invitation_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_staff_account_id_idx" ON "session"("staff_account_id");

-- CreateIndex
CREATE INDEX "login_code_phone_index_created_at_idx" ON "login_code"("phone_index", "created_at");

-- AddForeignKey
ALTER TABLE "court_case" ADD CONSTRAINT "court_case_court_id_unit_id_fkey" FOREIGN KEY ("court_id", "unit_id") REFERENCES "unit"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "court_case" ADD CONSTRAINT "court_case_court_id_judge_id_fkey" FOREIGN KEY ("court_id", "judge_id") REFERENCES "staff_member"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "court_case" ADD CONSTRAINT "court_case_court_id_clerk_id_fkey" FOREIGN KEY ("court_id", "clerk_id") REFERENCES "staff_member"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_court_id_party_id_fkey" FOREIGN KEY ("court_id", "party_id") REFERENCES "party"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_court_id_party_id_fkey" FOREIGN KEY ("court_id", "party_id") REFERENCES "party"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "docket_entry" ADD CONSTRAINT "docket_entry_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committed_value" ADD CONSTRAINT "committed_value_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock_history" ADD CONSTRAINT "clock_history_court_id_case_id_key_fkey" FOREIGN KEY ("court_id", "case_id", "key") REFERENCES "clock"("court_id", "case_id", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_notice" ADD CONSTRAINT "fee_notice_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_payment" ADD CONSTRAINT "fee_payment_court_id_fee_notice_id_fkey" FOREIGN KEY ("court_id", "fee_notice_id") REFERENCES "fee_notice"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_court_id_question_id_fkey" FOREIGN KEY ("court_id", "question_id") REFERENCES "question"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material" ADD CONSTRAINT "material_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_file" ADD CONSTRAINT "material_file_court_id_material_id_fkey" FOREIGN KEY ("court_id", "material_id") REFERENCES "material"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_file" ADD CONSTRAINT "material_file_court_id_blob_sha256_fkey" FOREIGN KEY ("court_id", "blob_sha256") REFERENCES "blob"("court_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_note" ADD CONSTRAINT "panel_note_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_signature" ADD CONSTRAINT "hand_signature_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_consent" ADD CONSTRAINT "online_consent_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "e_service_consent" ADD CONSTRAINT "e_service_consent_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_court_id_unit_id_fkey" FOREIGN KEY ("court_id", "unit_id") REFERENCES "unit"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_court_id_unit_id_fkey" FOREIGN KEY ("court_id", "unit_id") REFERENCES "unit"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_court_id_case_id_fkey" FOREIGN KEY ("court_id", "case_id") REFERENCES "court_case"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_court_id_notice_id_fkey" FOREIGN KEY ("court_id", "notice_id") REFERENCES "notice"("court_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "court" ADD CONSTRAINT "court_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "court"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "court_code" ADD CONSTRAINT "court_code_court_id_fkey" FOREIGN KEY ("court_id") REFERENCES "court"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_post" ADD CONSTRAINT "staff_post_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_staff_account_id_fkey" FOREIGN KEY ("staff_account_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

reset role;
