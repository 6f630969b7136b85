import { listAudit, listAuditInput } from '@court/usecases/audit-log/list-deeds'
import { verifyAudit, verifyAuditInput } from '@court/usecases/audit-log/verify-audit'
import { procedureFor, router } from '../procedures.ts'

/** The audits of the courts and of the nation, for those who read them and for nobody who runs a court. */
export const auditRouter = router({
  /** `Deeds` of one case or of one actor. */
  list: procedureFor(['auditor', 'security-admin'])
    .input(listAuditInput)
    .query(({ ctx, input }) => listAudit(ctx.use, input)),
  /** `AuditIntegrity`: whether what stands under the seals is what stood there. */
  verify: procedureFor(['auditor', 'security-admin'])
    .input(verifyAuditInput)
    .query(({ ctx, input }) => verifyAudit(ctx.use, input)),
})
