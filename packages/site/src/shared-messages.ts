import enPreferences from '../messages/en/preferences.json' with { type: 'json' }
import enSessions from '../messages/en/sessions.json' with { type: 'json' }
import enDoor from '../messages/en/staff-door.json' with { type: 'json' }
import enRoles from '../messages/en/staff-roles.json' with { type: 'json' }
import zhPreferences from '../messages/zh-CN/preferences.json' with { type: 'json' }
import zhSessions from '../messages/zh-CN/sessions.json' with { type: 'json' }
import zhDoor from '../messages/zh-CN/staff-door.json' with { type: 'json' }
import zhRoles from '../messages/zh-CN/staff-roles.json' with { type: 'json' }

/** Texts of the screens that both sites show; those of the error pages travel with their script (error-words.ts). */
export const sharedMessages = {
  'zh-CN': { preferences: zhPreferences, sessions: zhSessions, 'staff-door': zhDoor, 'staff-roles': zhRoles },
  en: { preferences: enPreferences, sessions: enSessions, 'staff-door': enDoor, 'staff-roles': enRoles },
}
