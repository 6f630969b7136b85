// Settings with which PostgreSQL keeps its WAL in a folder, so that a backup can be brought to any instant after it. A file is there whole or
// not at all, is flushed, and is never written over. At most `archive_timeout` of work is not yet there when the machine burns.
export const archiveSettings = (folder) => ({
  archive_mode: 'on',
  archive_command: `test ! -f "${folder}/%f" && dd if="%p" of="${folder}/.%f" bs=1M conv=fsync 2>/dev/null && mv "${folder}/.%f" "${folder}/%f"`,
  archive_timeout: '30',
})
