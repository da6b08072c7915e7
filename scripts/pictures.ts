// The pictures of the README, taken of the running page with the seed loaded: every view, both languages, two widths.
//   npm start, and beside it: node scripts/pictures.ts [http://127.0.0.1:4000]

import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

const [base = 'http://127.0.0.1:4000'] = process.argv.slice(2)
const FOLDER = join(import.meta.dirname, '..', 'docs', 'pictures')
/** The drawing takes a moment to fit. */
const SETTLE_MS = 800
const MOST_BYTES = 200_000
const SIZES = { wide: { width: 1200, height: 720 }, narrow: { width: 360, height: 740 } } as const

interface Shot {
  readonly address: string
  readonly ready: string
  readonly act?: (page: Page) => Promise<void>
  /** What is brought into sight. */
  readonly show?: string
  /** Of the window, where a drawing is higher. */
  readonly height?: number
}

const SHOTS: Readonly<Record<string, Shot>> = {
  // The sample draft is invented; what it cites is not.
  check: {
    address: '/kiem-tra',
    ready: '.report',
    act: async (page) => {
      await page.click('form.draft button[type=button]')
      await page.click('form.draft button.main')
    },
  },
  instrument: { address: '/van-ban/290-QĐ/TW@2010-02-25', ready: '#cited-title' },
  trace: {
    address: '/truy-nguyen/25-NQ/TW@2013-06-03?chieu=xuong',
    ready: 'can-cu-graph',
    show: 'can-cu-picture',
    height: 1180,
  },
}

mkdirSync(FOLDER, { recursive: true })
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  for (const [width, viewport] of Object.entries(SIZES))
    for (const language of ['vi', 'en'])
      for (const [name, shot] of Object.entries(SHOTS)) {
        const size = { ...viewport, height: shot.height ?? viewport.height }
        const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' })
        await take(page, shot, language, join(FOLDER, `${name}-${language}-${width}.png`))
        await page.close()
      }
} finally {
  await browser.close()
}

async function take(page: Page, shot: Shot, language: string, path: string): Promise<void> {
  const url = new URL(shot.address, base)
  url.searchParams.set('lang', language)
  await page.goto(url.href)
  await page.waitForSelector('main > :not([hidden]) h1')
  await shot.act?.(page)
  await page.waitForSelector(shot.ready)
  for (const loading of await page.locator('main .loading').all())
    await loading.waitFor({ state: 'detached' })
  if (shot.show) await page.locator(shot.show).evaluate((part) => part.scrollIntoView())
  await page.waitForTimeout(SETTLE_MS)
  await page.screenshot({ path })
  const { size } = statSync(path)
  console.log(`${path} ${Math.round(size / 1000)} kB`)
  if (size > MOST_BYTES) process.exitCode = 1
}
