import { refuse } from '../refusal.ts'
import type { UploadLimits } from './upload-limits.ts'

export const tooMany = ({ filesMax }: UploadLimits) =>
  refuse({
    ruleId: 'upload.too-many',
    reason: {
      zh: `本院一次最多接收${filesMax}个文件。请把几页合成一个 PDF，或者先删去不需要的。`,
      en: `This court takes at most ${filesMax} files at once. Put several pages into one PDF, or remove those you do not need.`,
    },
    facts: { filesMax },
  })

export const notArrived = () =>
  refuse({
    ruleId: 'upload.not-arrived',
    reason: {
      zh: '文件还没有传完，已经传上去的部分不会丢。请点“再试一次”，会从断开的地方接着传。',
      en: 'The file has not arrived whole; what was sent is kept. Press “Try again” and it goes on where it stopped.',
    },
  })

export const infected = () =>
  refuse({
    ruleId: 'file.infected',
    reason: {
      zh: '在文件中发现了病毒，没有保存。请用杀毒软件检查您的设备，再用干净的文件上传。',
      en: 'A virus was found in the file and it was not saved. Check your device, then upload a clean file.',
    },
  })

export const notScanned = () =>
  refuse({
    kind: 'unavailable',
    ruleId: 'file.not-scanned',
    reason: {
      zh: '暂时不能检查文件是否安全，文件已经收到但还没有保存。请几分钟后点“再试一次”，不用重新上传。',
      en: 'We cannot check the file for viruses just now. It has arrived but is not saved yet; press “Try again” in a few minutes, without sending it anew.',
    },
  })
