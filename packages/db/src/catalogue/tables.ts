/** National tables that name a court without being its own. Every other table with a court_id belongs to its court. */
export const nationalWithCourt = [
  'calendar_notice',
  'code_pack',
  'court_code',
  'court_code_assignment',
  'draft',
  'national_audit',
  'person_case',
  'person_hearing',
  'receipt_directory',
  'resolved_code',
  'session',
  'staff_post',
  'upload',
]

/** What is only ever added: no role may change or remove a row. */
export const appendOnly = [
  'answer',
  'audit',
  'audit_seal',
  'blob',
  'case_link',
  'clock_history',
  'code_pack',
  'committed_value',
  'docket_entry',
  'effect',
  'fee_payment',
  'hand_signature',
  'hearing_notes_version',
  'hearing_slice',
  'media_event',
  'national_audit',
  'online_consent',
  'panel_note',
  'receipt',
  'receipt_directory',
  'resolved_code',
]

export const appRoles = ['app_public', 'app_staff', 'app_admin', 'worker'] as const
export type AppRole = (typeof appRoles)[number]
