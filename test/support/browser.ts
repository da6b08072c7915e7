// The page in a real Chromium, on the application with the seed loaded.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import axe from 'axe-core'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { openSeededApp } from './app.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** Where Chromium is; `undefined`: nowhere. CHROMIUM names it where it is elsewhere. */
export const CHROMIUM = [process.env.CHROMIUM ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
)

if (CHROMIUM === undefined)
  console.warn('Chromium is not installed (apt install chromium): the tests of the page are skipped.')

/** Widths that people read at: a desk's, a telephone's. */
export const WIDTHS = [1440, 360] as const

export async function openBrowser() {
  // By itself: a build knows from its environment that it is not a test's.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, ['scripts/prepare.ts'], { env })
  const seeded = await openSeededApp()
  await seeded.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = seeded.app.server.address() as AddressInfo
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  return {
    ...seeded,
    base: `http://127.0.0.1:${port}`,
    /** A page of its own; `faults` is what it complained of. */
    async open(address: string, options: BrowserContextOptions = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      const page = await context.newPage()
      const faults: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.goto(`http://127.0.0.1:${port}${address}`)
      await settled(page)
      return { page, faults, context }
    },
    async end() {
      await browser.close()
      await seeded.end()
    },
  }
}

/** The view that is shown. */
export const VIEW = 'main > :not([hidden])'

/** Waits until nothing says that it is loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector(`${VIEW} h1, ${VIEW} .failure`)
  await page.waitForFunction(() => !document.querySelector('main .loading'))
}

/** Presses Tab until the wanted element has the focus. @throws where it cannot be reached so */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press(key)
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`${selector} cannot be reached with ${key}`)
}

/** What axe finds that is serious or critical: rule and where. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Whether anything sticks out at the side. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
