export function archiveSettings(folder: string): {
  archive_mode: string
  archive_command: string
  archive_timeout: string
}
