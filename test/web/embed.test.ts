// The element and the iframe on pages of other origins: shown on one that is listed, refused on one that is not.

import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { loadSeed } from '../../src/ingest/seed.ts'
import { CHROMIUM, overflow, seriousFaults } from '../support/browser.ts'
import { openTestStore } from '../support/store.ts'

const KEY = 'unnumbered@3b4e2849f5e5'
const ROOT = '25-NQ/TW'

describe.skipIf(CHROMIUM === undefined)('on a page of another origin', { timeout: 120_000 }, () => {
  let browser: Browser
  let graph: Awaited<ReturnType<typeof openTestStore>>
  let app: Awaited<ReturnType<typeof buildApp>>
  let server = ''
  const hosts: Server[] = []

  /** A site that shows whatever HTML is asked of it. */
  async function openSite(): Promise<string> {
    const site = createServer((request, response) => {
      const html = new URL(request.url ?? '/', 'http://site').searchParams.get('html') ?? ''
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        `<!doctype html><html lang="vi"><title>Trang khác</title><main><h1>Trang khác</h1>${html}</main></html>`,
      )
    }).listen(0, '127.0.0.1')
    await once(site, 'listening')
    hosts.push(site)
    return `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  }

  let listed = ''
  let unlisted = ''
  /** A server as it comes, that names no other site; and one that wants a key of whoever reads. */
  let plain = ''
  let keyed = ''
  const more: (typeof app)[] = []
  async function serve(env: Readonly<Record<string, string>>): Promise<string> {
    const one = await buildApp({ store: graph.store, log: false, config: loadConfig(env).api })
    more.push(one)
    return one.listen({ host: '127.0.0.1', port: 0 })
  }
  beforeAll(async () => {
    const env = { ...process.env, NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, ['scripts/prepare.ts'], { env })
    graph = await openTestStore()
    await loadSeed(graph.store, { force: false, register: false })
    ;[listed, unlisted] = await Promise.all([openSite(), openSite()])
    const config = { ...loadConfig({}).api, corsOrigins: [listed], frameAncestors: [listed] }
    app = await buildApp({ store: graph.store, log: false, config })
    server = await app.listen({ host: '127.0.0.1', port: 0 })
    plain = await serve({})
    keyed = await serve({ CANCU_ANONYMOUS_READS: 'false' })
    browser = await chromium.launch({
      ...(CHROMIUM && { executablePath: CHROMIUM }),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    })
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await Promise.all([app, ...more].map((one) => one?.close()))
    await graph?.close()
    for (const host of hosts) host.close()
  })

  async function open(site: string, html: string) {
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(`${site}/?html=${encodeURIComponent(html)}`)
    return { page, faults }
  }
  const element = () =>
    `<script type="module" src="${server}/embed/can-cu-graph.js"></script><can-cu-graph src="${server}" key="${KEY}" style="height: 500px"></can-cu-graph>`
  const frame = () =>
    `<iframe title="Truy nguyên" width="900" height="500" src="${server}/embed?key=${encodeURIComponent(KEY)}&lang=en"></iframe>`
  const words = (page: Page) =>
    page.waitForFunction(
      () =>
        [...(document.querySelector('can-cu-graph')?.shadowRoot?.querySelectorAll('.words li') ?? [])].map(
          ({ textContent }) => textContent,
        ).length > 0,
    )

  test('that is listed the element draws, tells of what is chosen, and obeys the keyboard', async () => {
    const { page, faults } = await open(listed, element())
    await words(page)
    const told = await page.evaluate(() => document.querySelector('can-cu-graph')?.shadowRoot?.textContent)
    expect(told).toContain(ROOT)
    // What the page says of its height holds.
    expect(await page.evaluate(() => document.querySelector('can-cu-graph')?.clientHeight)).toBe(500)
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      for (const name of ['node-select', 'node-open'])
        document.querySelector('can-cu-graph')?.addEventListener(name, (event) => {
          heard.push(`${name} ${(event as CustomEvent<{ key: string }>).detail.key}`)
        })
    })
    await page.keyboard.press('Tab')
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter', '+', '-', '0']) await page.keyboard.press(key)
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
    expect(heard[0]).toBe(`node-select ${KEY}`)
    expect(heard.at(-1)).toMatch(/^node-open .*@/)
    expect(await seriousFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await page.close()
  })

  test('that is listed the iframe draws', async () => {
    const { page, faults } = await open(listed, frame())
    const inner = page.frameLocator('iframe').locator('can-cu-graph')
    await expect
      .poll(() => inner.evaluate((graph) => graph.shadowRoot?.textContent ?? ''), { timeout: 60_000 })
      .toContain(ROOT)
    expect(faults).toEqual([])
    await page.close()
  })

  test('that is not listed a picture is shown where anyone may read, and nowhere else', async () => {
    const width = async (base: string) => {
      const { page } = await open(
        unlisted,
        `<img src="${base}/trace.svg?key=${encodeURIComponent(KEY)}" alt="">`,
      )
      await page.waitForFunction(() => document.querySelector('img')?.complete)
      const found = await page.evaluate(() => document.querySelector('img')?.naturalWidth)
      await page.close()
      return found
    }
    expect(await width(plain)).toBeGreaterThan(300)
    expect(await width(keyed)).toBe(0)
  })

  test('only the picture and the module say that other sites may show them', async () => {
    const policy = async (base: string, path: string) =>
      (await fetch(base + path)).headers.get('cross-origin-resource-policy')
    const picture = `/trace.svg?key=${encodeURIComponent(KEY)}`
    for (const path of [picture, '/trace.svg', '/embed/can-cu-graph.js']) {
      expect(await policy(plain, path)).toBe('cross-origin')
      expect(await policy(keyed, path)).toBe('same-origin')
    }
    for (const path of [
      picture.replace('svg', 'json'),
      '/',
      '/embed',
      '/graphql',
      '/nowhere',
      '/health/live',
    ])
      expect([path, await policy(plain, path)]).toEqual([path, 'same-origin'])
  })

  test('the pages of our own complain of nothing, show a live frame and fit a telephone', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('response', (response) => response.status() >= 400 && faults.push(response.url()))
    await page.goto(`${plain}/embed/examples`)
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await page
      .frameLocator('iframe')
      .locator('can-cu-graph .canvas canvas')
      .first()
      .waitFor({ state: 'attached' })
    expect(await overflow(page)).toBe(0)
    expect(await seriousFaults(page)).toEqual([])
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/embed/icon.svg')
    expect((await page.request.get(`${plain}/embed/icon.svg`)).headers()['content-type']).toContain('svg')
    await page.goto(`${plain}/embed`)
    expect(await page.locator('body').textContent()).toContain('tham số key')
    expect(await page.locator('a').getAttribute('href')).toBe('/embed/examples')
    expect(faults).toEqual([])
    await page.close()
  })

  test('that is not listed neither is shown', async () => {
    const one = await open(unlisted, element())
    await expect
      .poll(() => one.faults.join('\n'), { timeout: 60_000 })
      .toMatch(/CORS|blocked|Access-Control/i)
    expect(await one.page.evaluate(() => customElements.get('can-cu-graph') === undefined)).toBe(true)
    const other = await open(unlisted, frame())
    await expect.poll(() => other.faults.join('\n'), { timeout: 60_000 }).toMatch(/frame/i)
    await one.page.close()
    await other.page.close()
  })
})
