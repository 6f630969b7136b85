import { oncePerProcess, siteServices, type SiteServices } from '@court/site/services'
import { absentPorts } from '@court/usecases/ports/absent'
import { env, type Env } from '../env.ts'

export type Services = SiteServices & { env: Env }

export const services = oncePerProcess('admin.services', (): Services => {
  const settings = env()
  const { services: shared } = siteServices({
    site: 'admin',
    settings,
    // On this site everybody signed in is staff, and acts with the rights of the console's own role.
    databaseUrls: { staff: settings.DATABASE_URL_ADMIN },
    session: { secrets: settings.SESSION_SECRET_ADMIN, origin: settings.ADMIN_ORIGIN },
    hasStaffZone: true,
  })
  const raise = (alarm: unknown) => shared.log.error({ alarm }, 'somebody must look at this')
  return { ...shared, env: settings, ports: { ...absentPorts, alarm: { raise } } }
})
