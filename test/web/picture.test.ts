// The picture of a trace on the page, in a real browser: what is chosen stays, the wheel and a finger scroll the page.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser, tabTo } from '../support/browser.ts'

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

  const outside = (page: Page) => page.locator('can-cu-graph .hint b').textContent()
  const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY))
  const stage = async (page: Page) => {
    await page.locator('can-cu-graph').evaluate((graph) => graph.scrollIntoView({ block: 'start' }))
    const box = await page.locator('can-cu-graph .stage').boundingBox()
    if (!box) throw new Error('The picture is not shown.')
    return { x: box.x + box.width / 2, y: box.y + 200 }
  }

  test('shows all of a small trace; the wheel scrolls the page, with Ctrl it zooms; Fit shows all again', async () => {
    const { page, faults, context } = await open(DOWN)
    expect(await outside(page)).toBe('')
    const { x, y } = await stage(page)
    await page.mouse.move(x, y)
    const before = await scrolled(page)
    await page.mouse.wheel(0, 240)
    await expect.poll(() => scrolled(page)).toBe(before + 240)
    expect(await outside(page)).toBe('')
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -400)
    await page.keyboard.up('Control')
    await expect.poll(() => outside(page)).toMatch(/^\d+\/8 văn bản nằm ngoài khung/)
    expect(await scrolled(page)).toBe(before + 240)
    await tabTo(page, 'can-cu-graph')
    for (const label of ['Phóng to', 'Thu nhỏ', 'Vừa khung']) {
      await page.keyboard.press('Tab')
      const active = () => document.querySelector('can-cu-graph')?.shadowRoot?.activeElement?.ariaLabel
      expect(await page.evaluate(active)).toBe(label)
    }
    await page.keyboard.press('Enter')
    await expect.poll(() => outside(page)).toBe('')
    expect(faults).toEqual([])
    await context.close()
  })

  test('on a telephone one finger scrolls the page, two zoom, a tap chooses; names of levels stay in sight', async () => {
    const { page, faults, context } = await open(DOWN, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    })
    const { x, y } = await stage(page)
    await expect.poll(() => outside(page)).not.toBe('')
    const names = page.locator('can-cu-graph .levels span')
    for (const name of await names.all()) {
      const box = await name.boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true)
    }
    expect(await names.allTextContents()).toEqual(['Trung ương', 'Tỉnh', 'Huyện', 'Xã'])
    const device = await context.newCDPSession(page)
    const before = await scrolled(page)
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => device.send('Input.dispatchTouchEvent', { type, touchPoints })
    await touch('touchStart', { x, y })
    for (let way = 15; way <= 150; way += 15) await touch('touchMove', { x, y: y - way })
    await touch('touchEnd')
    await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 100)
    const told = await outside(page)
    for (let apart = 80; apart >= 50; apart -= 5)
      await touch(apart === 80 ? 'touchStart' : 'touchMove', { x: x - apart, y }, { x: x + apart, y })
    await touch('touchEnd')
    await expect.poll(() => outside(page)).not.toBe(told)
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    await page.locator('can-cu-graph .buttons button').nth(2).tap()
    await expect.poll(() => outside(page)).toBe('')
    await stage(page)
    const central = await names.first().boundingBox()
    // Under the name of its level the root stands in the middle.
    await page.touchscreen.tap(180, (central?.y ?? 0) + 45)
    await page.waitForSelector('.chosen')
    expect(faults).toEqual([])
    await context.close()
  })

  test('is printed whole and light, also where the screen is dark', async () => {
    const { page, context } = await open(DOWN, { colorScheme: 'dark' })
    const printed = page.locator('can-cu-graph .printed')
    expect(await printed.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await printed.isVisible()).toBe(true)
    expect(await page.locator('can-cu-graph .stage').isVisible()).toBe(false)
    expect(await printed.locator('g.node').count()).toBe(8)
    const fill = (selector: string) =>
      printed
        .locator(selector)
        .first()
        .evaluate((part) => getComputedStyle(part).fill)
    expect(await fill('.box')).toBe('rgb(255, 255, 255)')
    expect(await fill('.head')).toBe('rgb(28, 39, 51)')
    await context.close()
  })
})
