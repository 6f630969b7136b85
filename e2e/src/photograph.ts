import type { Browser } from '@playwright/test'
import sharp from 'sharp'

/** One page of a paper as the text on it; `title` is set large and centred. */
export type PaperPage = { title: string; paragraphs: string[]; signature?: string }

export type PhotoOptions = {
  /** Degrees the phone was turned against the paper. */
  tilt?: number
  /** 0 (clean) to 1 (a dark kitchen). */
  noise?: number
  /** Written into EXIF, as a phone does; the court must not keep it. */
  gps?: boolean
  /** EXIF orientation: 6 is a phone held upright whose sensor lies on its side. */
  orientation?: 1 | 6
}

/** A paper lying on a table, photographed with a phone: perspective, uneven light, sensor noise, EXIF. JPEG bytes. */
export async function photograph(browser: Browser, paper: PaperPage, options: PhotoOptions = {}): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1600 }, deviceScaleFactor: 1 })
  try {
    await page.setContent(table(paper, options.tilt ?? 2))
    const clean = await page.screenshot({ type: 'png' })
    return await developed(clean, options)
  } finally {
    await page.close()
  }
}

/** The complaint of the demo's loan dispute, two pages as a self-represented person would write them. */
export function loanComplaint(names: {
  plaintiff: string
  defendant: string
  amountYuan: string
  court: string
}): PaperPage[] {
  return [
    {
      title: '民事起诉状',
      paragraphs: [
        `原告：${names.plaintiff}，女，汉族，住湖北省武汉市示范小区1栋101室。`,
        `被告：${names.defendant}，男，汉族，住浙江省宁波市示范路8号。`,
        '诉讼请求：',
        `一、判令被告归还借款本金人民币${names.amountYuan}元；`,
        '二、判令被告按年利率3.45%支付自2025年3月1日起至实际清偿之日止的利息；',
        '三、本案诉讼费用由被告承担。',
        '事实与理由：',
        `2024年9月1日，被告因经营周转需要向原告借款人民币${names.amountYuan}元，双方签订借条，约定于2025年2月28日前归还。原告于当日通过银行转账交付全部款项。借款到期后，原告多次催讨，被告至今未还。`,
      ],
    },
    {
      title: '',
      paragraphs: [
        '为维护原告合法权益，依据《中华人民共和国民法典》第六百七十五条、《中华人民共和国民事诉讼法》第一百二十二条之规定，诉至贵院，请依法判决。',
        '证据目录：1. 借条一份；2. 银行转账凭证一份；3. 微信聊天记录打印件三页。',
        '此致',
        names.court,
      ],
      signature: names.plaintiff,
    },
  ]
}

function table(paper: PaperPage, tilt: number): string {
  const lines = paper.paragraphs.map((text) => `<p>${text}</p>`).join('')
  const signed = paper.signature ? `<p class="signed">具状人：${paper.signature}<br>二〇二六年三月二日</p>` : ''
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
    body { margin: 0; height: 1600px; overflow: hidden; background: repeating-linear-gradient(92deg, #6b4a2f 0 34px, #634429 34px 70px); perspective: 2200px; }
    article { position: absolute; left: 120px; top: 110px; width: 960px; height: 1360px; box-sizing: border-box; padding: 110px 100px; background: #f6f3ea;
      box-shadow: 0 30px 60px #0008; transform: rotateX(7deg) rotateY(-4deg) rotateZ(${String(tilt)}deg); font: 33px/1.75 "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Sans SC", serif; color: #23211f; }
    h1 { text-align: center; font-size: 50px; letter-spacing: 8px; margin: 0 0 30px; } p { margin: 0 0 10px; text-indent: 2em; } .signed { text-align: right; margin-top: 90px; }
    .light { position: absolute; inset: 0; background: radial-gradient(ellipse at 25% 15%, #fff4 0, #0000 45%, #0006 100%); }
  </style><article>${paper.title ? `<h1>${paper.title}</h1>` : ''}${lines}${signed}</article><div class="light"></div></html>`
}

async function developed(png: Buffer, options: PhotoOptions): Promise<Buffer> {
  const { width = 1200, height = 1600 } = await sharp(png).metadata()
  const noise = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 6 + 40 * (options.noise ?? 0.2) },
    },
  })
    .png()
    .toBuffer()
  const developedPng = await sharp(png)
    .composite([{ input: noise, blend: 'soft-light' }])
    .blur(0.6)
    .png()
    .toBuffer()
  const upright = sharp(developedPng)
  const turned = options.orientation === 6 ? sharp(await upright.rotate(-90).png().toBuffer()) : upright
  const exif = {
    IFD0: { Make: 'Sample', Model: 'Phone', Orientation: String(options.orientation ?? 1) },
    ...(options.gps
      ? {
          IFD3: {
            GPSLatitudeRef: 'N',
            GPSLatitude: '29/1 52/1 0/1',
            GPSLongitudeRef: 'E',
            GPSLongitude: '121/1 33/1 0/1',
          },
        }
      : {}),
  }
  return turned
    .withExif(exif)
    .withMetadata({ orientation: options.orientation ?? 1 })
    .jpeg({ quality: 82 })
    .toBuffer()
}
