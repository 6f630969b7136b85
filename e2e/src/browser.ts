import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

export type Browser = { executablePath: string; args: string[]; env: Record<string, string>; from: string }

/**
 * A Chromium: the one named by CHROMIUM_PATH, else the system's, else the one packed in npm's @sparticuz/chromium with the libraries
 * beside it. Chinese fonts come from npm where the system has none. Throws and says what to do when there is no browser.
 */
export async function findBrowser(): Promise<Browser> {
  const fonts = hasChineseFonts() ? {} : { FONTCONFIG_FILE: writeFontsFile() }
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there`)
    return { executablePath: named, args: quiet, env: fonts, from: 'CHROMIUM_PATH' }
  }
  const system = systemPaths.find((path) => existsSync(path))
  if (system) return { executablePath: system, args: quiet, env: fonts, from: 'the system' }
  if (process.platform === 'linux' && process.arch === 'x64') return packedBrowser(fonts)
  throw new Error(`no Chromium on ${process.platform} ${process.arch}: install one, or name it in CHROMIUM_PATH`)
}

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

// Nothing is fetched or reported; camera and microphone are played by the browser itself.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]

async function packedBrowser(fonts: Record<string, string>): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const args = [...quiet, '--headless=new']
  if (runs(executablePath, fonts) === null) return { executablePath, args, env: fonts, from: 'npm' }
  const libraries = [unpackLibraries(), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter)
  const env = { ...fonts, LD_LIBRARY_PATH: libraries }
  const fault = runs(executablePath, env)
  if (fault !== null) throw new Error(`the Chromium of npm does not run here (${fault}): install chromium`)
  return { executablePath, args, env, from: 'npm' }
}

function runs(executablePath: string, env: Record<string, string>): string | null {
  const tried = spawnSync(executablePath, ['--version'], { encoding: 'utf8', env: { ...process.env, ...env } })
  return tried.status === 0 ? null : (tried.stderr || 'no message').trim().slice(0, 200)
}

/** The libraries that a bare machine lacks (nss, nspr, expat) are packed beside the browser. */
function unpackLibraries(): string {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin/al2023.tar.br')
  const folder = join(tmpdir(), `tongheng-browser-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true })
  spawnSync('tar', ['-xf', '-', '-C', folder], { input: brotliDecompressSync(readFileSync(packed)) })
  return join(folder, 'lib')
}

function hasChineseFonts(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

function writeFontsFile(): string {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const folder = join(tmpdir(), `tongheng-fonts-${process.getuid?.() ?? 0}`)
  const weights = readdirSync(fonts).filter((name) => /^(400Regular|700Bold)$/.test(name))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  const directories = weights.map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${directories}<dir>/usr/share/fonts</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  )
  return file
}

if (import.meta.main) {
  try {
    const { executablePath, from } = await findBrowser()
    console.log(`${executablePath} (${from})`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
