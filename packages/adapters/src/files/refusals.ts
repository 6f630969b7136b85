import type { FileRefusal } from '@court/usecases/ports/files'

/** Every way a file can be refused: what is wrong, and what the filer can do about it. */
export const fileRefusals = {
  'file.empty': {
    zh: '文件是空的（0 字节）。请重新拍摄或导出后上传。',
    en: 'The file is empty (0 bytes). Take the picture or export the document again.',
  },
  'file.too-large': {
    zh: '文件超过本院允许的大小。请压缩，或拆分成几个文件后上传。',
    en: 'The file is larger than this court allows. Compress it, or split it into several files.',
  },
  'file.too-many-pages': {
    zh: '文件页数超过本院允许的上限。请拆分成几个文件后上传。',
    en: 'The file has more pages than this court allows. Split it into several files.',
  },
  'file.wrong-type': {
    zh: '该文件的实际内容不是本院接受的类型。请上传照片（JPEG、PNG）、PDF 或 Word 文档（DOCX）；仅修改扩展名无效。',
    en: 'By its content this file is of a kind the court does not take. Upload a photo (JPEG, PNG), a PDF or a Word document (DOCX); renaming does not help.',
  },
  'file.kind-not-allowed': {
    zh: '此处不接受该类型的文件。请按页面提示的类型上传。',
    en: 'This kind of file is not taken here. Upload one of the kinds named on the page.',
  },
  'file.heic': {
    zh: '这是 HEIC/AVIF 照片，法院无法读取。请在手机“设置-相机-格式”中选择“兼容性最佳”后重拍，或另存为 JPEG。',
    en: 'This is a HEIC/AVIF photo, which the court cannot read. Choose "Most Compatible" in the camera settings and take it again, or save it as JPEG.',
  },
  'file.mixed-content': {
    zh: '文件中夹带了另一种格式的内容，可能不安全。请重新拍摄、扫描或导出后上传。',
    en: 'The file carries content of a second kind and may be unsafe. Photograph, scan or export it again.',
  },
  'file.picture-broken': {
    zh: '图片已损坏或不完整，无法打开。请重新拍摄后上传。',
    en: 'The picture is damaged or incomplete and cannot be opened. Take it again.',
  },
  'file.picture-too-many-pixels': {
    zh: '图片的像素过大，无法处理。请降低分辨率后上传。',
    en: 'The picture has too many pixels to be processed. Reduce its resolution.',
  },
  'file.pdf-encrypted': {
    zh: 'PDF 设有密码或权限限制，法院无法读取。请去除密码，或用“打印为 PDF”另存后上传。',
    en: 'The PDF is protected by a password or restrictions. Remove the protection, or print it to a new PDF.',
  },
  'file.pdf-broken': {
    zh: 'PDF 已损坏或不完整，无法打开。请用“打印为 PDF”另存后重新上传。',
    en: 'The PDF is damaged or incomplete. Print it to a new PDF and upload that.',
  },
  'file.pdf-active-content': {
    zh: 'PDF 中含有脚本、附件或启动程序等活动内容，不予接收。请用“打印为 PDF”另存后上传；附件请单独上传。',
    en: 'The PDF contains a script, an attachment or a command. Print it to a new PDF; upload attachments as files of their own.',
  },
  'file.pdf-bomb': {
    zh: 'PDF 展开后过大、对象过多或页面尺寸异常，无法处理。请用“打印为 PDF”另存后上传。',
    en: 'Unpacked, the PDF is too large, has too many objects or pages of impossible size. Print it to a new PDF and upload that.',
  },
  'file.docx-broken': {
    zh: 'Word 文档已损坏或结构异常，无法打开。请另存为新的 DOCX 或 PDF 后上传。',
    en: 'The Word document is damaged or built in an unusual way. Save it as a new DOCX or as a PDF.',
  },
  'file.docx-active-content': {
    zh: 'Word 文档中含有宏、控件、嵌入对象或外部模板，不予接收。请另存为 PDF 后上传。',
    en: 'The Word document contains macros, controls, embedded objects or an outside template. Save it as a PDF.',
  },
  'file.docx-bomb': {
    zh: 'Word 文档解压后过大，无法处理。请压缩文档中的图片，或另存为 PDF 后上传。',
    en: 'Unpacked, the Word document is too large to be processed. Compress its pictures, or save it as a PDF.',
  },
} as const satisfies Record<`file.${string}`, { zh: string; en: string }>

export type FileRuleId = keyof typeof fileRefusals

export function refuseFile(ruleId: FileRuleId, facts: FileRefusal['facts'] = {}): FileRefusal {
  return { ok: false, ruleId, reason: fileRefusals[ruleId], facts }
}
