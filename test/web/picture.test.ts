// The picture of a trace on the page, in a real browser: what is chosen stays, the wheel and a finger scroll the page.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from '../support/browser.ts'

const DOWN = '/truy-nguyen/25-NQ/TW@2013-06-03?chieu=xuong'

describe.skipIf(CHROMIUM === undefined)('the picture of a trace', { timeout: 120_000 }, () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    browser = await openBrowser()
  }, 300_000)
  afterAll(() => browser?.end())

  async function open(address: string, options: Parameters<typeof browser.open>[1] = {}) {
    const opened = await browser.open(address, { reducedMotion: 'reduce', ...options })
    await opened.page.waitForSelector('can-cu-graph .canvas canvas', { state: 'attached' })
    return opened
  }
  const focused = (page: Page) =>
    page.evaluate(() => document.querySelector('can-cu-graph')?.shadowRoot?.activeElement?.className)

  test('keeps the focus while instruments are chosen; Enter opens the one that is', async () => {
    const { page, faults, context } = await open(DOWN)
    await page.locator('can-cu-graph .canvas').focus()
    await page.keyboard.press('ArrowDown')
    await page.waitForSelector('.chosen')
    const first = await page.locator('.chosen').textContent()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.locator('.chosen').textContent()).not.toBe(first)
    expect(await focused(page)).toContain('canvas')
    const chosen = await page.locator('.chosen a').first().getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.pathname.startsWith('/van-ban/'))
    expect(new URL(page.url()).pathname).toBe(new URL(chosen ?? '', page.url()).pathname)
    expect(page.url()).not.toContain('25-NQ')
    expect(faults).toEqual([])
    await context.close()
  })
})
