type Place = { court: { slug: string }; case: { id: string } }

export function casePath({ court, case: one }: Place, below = ''): string {
  return `/my/${court.slug}/${one.id}${below}`
}

export function filePath(courtSlug: string, caseId: string, fileId: string): string {
  return `/files/cases/${courtSlug}/${caseId}/${fileId}`
}
