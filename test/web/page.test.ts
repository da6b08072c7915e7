// The page in a real browser: each view's main task by keyboard alone, in both languages, at two widths; what axe and
// the console say; drafts that hold markup; what is empty or goes wrong.

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../../src/api/api-key.ts'
import { buildApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import {
  CHROMIUM,
  openBrowser,
  overflow,
  seriousFaults,
  settled,
  tabTo,
  VIEW,
  WIDTHS,
} from '../support/browser.ts'

const SAMPLE_PLAN = '45/KH-UBND@2024-03-15@truc-linh.moc-ha.lam-sa'
const OPEN_LIMIT_MS = 300_000
const TEST_LIMIT_MS = 120_000

const LANGUAGES = [
  {
    language: 'vi',
    query: '',
    ended: 'Đã hết hiệu lực khi viện dẫn',
    replaced: 'Đã bị thay thế',
    down: 'là căn cứ|được thực hiện bởi',
    none: 'Không tìm thấy',
    unknown: 'Chưa có văn bản này',
    empty: 'Dự thảo còn trống',
  },
  {
    language: 'en',
    query: '?lang=en',
    ended: 'Ended when cited',
    replaced: 'Replaced',
    down: 'is the basis of|is implemented by',
    none: 'Nothing',
    unknown: 'This instrument is not in the data',
    empty: 'The draft is empty',
  },
] as const
const CASES = WIDTHS.flatMap((width) => LANGUAGES.map((words) => ({ width, ...words })))

const DRAFT = [
  'Căn cứ Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007;',
  'Thực hiện Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị;',
  'Căn cứ Nghị định số 60/2014/NĐ-CP về thực hiện quy chế dân chủ ở cơ sở tại nơi làm việc.',
].join('\n')

describe.skipIf(CHROMIUM === undefined)('the page', { timeout: TEST_LIMIT_MS }, () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    browser = await openBrowser()
  }, OPEN_LIMIT_MS)
  afterAll(() => browser?.end())

  const size = (width: number) => ({ viewport: { width, height: width > 1000 ? 900 : 740 } })

  test.each(CASES)('check by keyboard: $language at $width', async ({ width, query, ended }) => {
    const { page, faults, context } = await browser.open(`/kiem-tra${query}`, size(width))
    await tabTo(page, '#draft')
    await page.keyboard.insertText(DRAFT)
    await tabTo(page, '#draft-day')
    await page.keyboard.type('20/12/2021')
    await tabTo(page, 'button[type=submit].main')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.report')
    expect(await page.locator('.group h3').first().innerText()).toContain(ended)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('findings-title')
    // From a finding to its words, and back.
    await tabTo(page, '.finding .cited a')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('290-QĐ/TW')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('finding')
    // The words that prove it.
    await tabTo(page, 'button[aria-expanded]')
    await page.keyboard.press('Enter')
    expect(await page.locator('.finding').first().locator('.proof blockquote').first().isVisible()).toBe(true)
    expect(page.url()).toContain('ngay=2021-12-20')
    expect(decodeURIComponent(page.url())).not.toContain('290')
    expect(await seriousFaults(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })

  test.each(CASES)('an instrument by keyboard: $language at $width', async ({ width, query, replaced }) => {
    const { page, faults, context } = await browser.open(`/kiem-tra${query}`, size(width))
    await tabTo(page, '#search')
    await page.keyboard.type('290 qd tw')
    await page.waitForSelector('[role=option]')
    await page.keyboard.press('ArrowDown')
    expect(await page.getAttribute('#search', 'aria-activedescendant')).toBe('search-option-0')
    await page.keyboard.press('Enter')
    await page.waitForSelector('main article .status')
    await settled(page)
    expect(decodeURIComponent(page.url())).toContain('/van-ban/290-QĐ/TW@2010-02-25')
    expect(await page.locator('.status').first().innerText()).toContain(replaced)
    await tabTo(page, '#status-day')
    await page.keyboard.type('1/1/2011')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.search.includes('ngay=2011-01-01'))
    await settled(page)
    expect(await page.locator('.status-box .status').count()).toBe(2)
    expect(await seriousFaults(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })

  test.each(CASES)('a trace by keyboard: $language at $width', async ({ width, query, down }) => {
    const { page, faults, context } = await browser.open(`/van-ban/25-NQ/TW@2013-06-03${query}`, size(width))
    await tabTo(page, '.next a')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#chains-title')
    await settled(page)
    expect(page.url()).toContain('/truy-nguyen/25-NQ/TW@2013-06-03')
    await tabTo(page, 'input[type=radio]')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'button[type=submit].main')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.search.includes('chieu=xuong'))
    await page.waitForSelector('.chains')
    await settled(page)
    expect(await page.locator('.chains').innerText()).toMatch(new RegExp(down))
    expect(await page.locator('.gaps li, .not-held li').count()).toBeGreaterThan(0)
    expect(await seriousFaults(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect(faults).toEqual([])
    // The address alone brings the same view.
    const again = await browser.open(new URL(page.url()).pathname + new URL(page.url()).search, size(width))
    expect(await again.page.locator('.chains').innerText()).toBe(await page.locator('.chains').innerText())
    await again.context.close()
    await context.close()
  })

  test('what may be meant has its status; only what has not ended is offered', async () => {
    const { page, faults, context } = await browser.open('/kiem-tra')
    await page.fill('#draft', DRAFT)
    await page.click('button.main')
    await page.waitForSelector('.report')
    const meant = page.locator('.meant li', { hasText: '60/2013/NĐ-CP' })
    expect(await meant.locator('.status').innerText()).toContain('Đã bị thay thế')
    expect(await meant.locator('.copy').count()).toBe(0)
    await page.locator('.instead .copy').first().click()
    await expect.poll(() => page.locator('.toast').innerText()).toContain('Đã sao chép: ')
    expect(faults).toEqual([])
    await context.close()
  })

  test('an instrument shows what replaced it, and what it replaced, though no text of either is held', async () => {
    const { page, faults, context } = await browser.open('/van-ban/290-QĐ/TW@2010-02-25')
    expect(await page.locator('section[aria-labelledby=down-title]').innerText()).toContain('23-QĐ/TW')
    await page.goto(`${browser.base}/van-ban/23-QĐ/TW@2021-07-30`)
    await settled(page)
    expect(await page.locator('section[aria-labelledby=up-title]').innerText()).toContain('290-QĐ/TW')
    expect(faults).toEqual([])
    await context.close()
  })

  test('counts add up and lead to their groups; one instrument stands once with its places', async () => {
    const { page, faults, context } = await browser.open('/kiem-tra')
    const twice = 'Thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013; theo Nghị quyết số 25-NQ/TW nói trên.'
    await page.fill('#draft', `${DRAFT}\n${twice}`)
    await page.click('button.main')
    await page.waitForSelector('.report')
    const counts = (await page.locator('.counts strong').allInnerTexts()).map(Number)
    const total = Number(await page.locator('.summary strong').innerText())
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(await page.locator('.counts a').count()).toBe(await page.locator('.group').count())
    const row = page.locator('.finding', { hasText: '25-NQ/TW' })
    expect(await row.count()).toBe(1)
    expect(await row.isVisible()).toBe(false)
    await page.locator('.counts a').last().click()
    expect(await row.isVisible()).toBe(true)
    expect(await row.locator('.cited').innerText()).toContain('2 chỗ')
    await row.locator('.cited a').nth(1).click()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('25-NQ/TW')
    expect(faults).toEqual([])
    await context.close()
  })

  test('where it is cited names the citing text; without a number it is named by its issuer', async () => {
    const { page, context } = await browser.open('/van-ban/290-QĐ/TW@2010-02-25')
    const citing = page.locator('.quotes li a').first()
    expect(await citing.innerText()).toContain('Kế hoạch của Sở Văn hoá, Thể thao và Du lịch')
    await citing.click()
    await page.waitForFunction(() => document.title.startsWith('Kế hoạch của Sở Văn hoá'))
    expect(await page.locator(`${VIEW} h1`).innerText()).toBe('Kế hoạch của Sở Văn hoá, Thể thao và Du lịch')
    await context.close()
  })

  test('results have a count and the status of each', async () => {
    const { page, context } = await browser.open('/van-ban?tim=290-QĐ/TW')
    expect(await page.locator('main p.count').innerText()).toMatch(/^\d+ văn bản/)
    const found = page.locator('.instruments li', { hasText: '25/02/2010' }).first()
    expect(await found.locator('.status').innerText()).toContain('Đã bị thay thế')
    await context.close()
  })

  test('on paper: in light colours, all unfolded, nothing to press', async () => {
    const { page, context } = await browser.open('/van-ban/290-QĐ/TW@2010-02-25', { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.evidence blockquote').first().isVisible()).toBe(true)
    const shown = page.locator('input:visible, button:visible, .toast:visible')
    expect(await shown.count()).toBe(0)
    const colours = await page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.querySelector('.status strong') as Element).color,
    ])
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(160, 24, 24)'])
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await page.locator('.evidence blockquote').first().isVisible()).toBe(false)
    await context.close()
  })

  test('what is invented says so', async () => {
    const { page, context } = await browser.open(`/van-ban/${SAMPLE_PLAN}`)
    expect(await page.locator(`${VIEW} h1`).innerText()).toContain('hư cấu')
    await page.goto(`${browser.base}/truy-nguyen/${SAMPLE_PLAN}`)
    await settled(page)
    expect(await page.locator(`${VIEW} h1`).innerText()).toContain('hư cấu')
    expect(await page.locator('.chains').innerText()).toContain('25-NQ/TW')
    await context.close()
  })

  test('a draft that holds markup is shown as text, and nothing of it runs', async () => {
    const { page, faults, context } = await browser.open('/kiem-tra')
    const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>\n</textarea>' {{7*7}} \${alert(3)}\nCăn cứ Quyết định số 290-QĐ/TW ngày 25/02/2010 của <b onclick="alert(4)">Bộ Chính trị</b>;`
    await page.fill('#draft', hostile)
    await page.click('button.main')
    await page.waitForSelector('.report')
    expect(await page.locator('.paper').evaluate((node) => node.textContent)).toBe(hostile)
    expect(await page.locator('.report img, .report script, .report b').count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })

  test('a file of the office is read, and nothing of it is stored', async () => {
    const { page, faults, context } = await browser.open('/kiem-tra')
    const before = await browser.ask('{ contents { documents } }')
    const plain = { name: 'du-thao.txt', mimeType: 'text/plain', buffer: Buffer.from(DRAFT) }
    await page.setInputFiles('#draft-file', plain)
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('290-QĐ/TW'))
    const page1 = Buffer.from(`<html><body><p>Căn cứ Kết luận số 43-KL/TW ngày 07/01/2019</p></body></html>`)
    await page.setInputFiles('#draft-file', { name: 'a.html', mimeType: 'text/html', buffer: page1 })
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('43-KL/TW'))
    expect(await browser.ask('{ contents { documents } }')).toEqual(before)
    expect(faults).toEqual([])
    await context.close()
  })

  test.each(['plan.docx', 'plan.pdf'])('%s is dropped and read, and its pages are told', async (name) => {
    const { page, faults, context } = await browser.open('/kiem-tra')
    const bytes = (await readFile(new URL(`../fixtures/files/${name}`, import.meta.url))).toString('base64')
    const dropped = await page.evaluateHandle(
      ([base64 = '', file = '']) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], file))
        return data
      },
      [bytes, name],
    )
    await page.dispatchEvent('#draft', 'drop', { dataTransfer: dropped })
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('KẾ HOẠCH'))
    await page.click('button.main')
    await page.waitForSelector('.report')
    expect(await page.locator('.finding').count()).toBeGreaterThan(0)
    expect(await page.locator('.finding .cited').first().innerText()).toMatch(
      name.endsWith('pdf') ? /trang \d/ : /./,
    )
    expect(faults).toEqual([])
    await context.close()
  })

  test('a file that is read slowly takes no place of what came after it', async () => {
    const { page, faults, context } = await browser.open('/kiem-tra')
    await page.route('**/texts', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await route.continue().catch(() => {})
    })
    const html = (words: string) => ({ mimeType: 'text/html', buffer: Buffer.from(`<p>${words}</p>`) })
    await page.setInputFiles('#draft-file', { name: 'slow.html', ...html('Kết luận số 43-KL/TW') })
    await page.setInputFiles('#draft-file', {
      name: 'quick.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Quyết định số 23-QĐ/TW'),
    })
    await page.waitForTimeout(2_500)
    expect(await page.inputValue('#draft')).toBe('Quyết định số 23-QĐ/TW')
    await page.setInputFiles('#draft-file', { name: 'slow.html', ...html('Kết luận số 43-KL/TW') })
    await page.fill('#draft', 'Luật Đất đai')
    await page.waitForTimeout(2_500)
    expect(await page.inputValue('#draft')).toBe('Luật Đất đai')
    expect(faults).toEqual([])
    await context.close()
  })

  test('the day and place of a draft outlast a look at another view', async () => {
    const { page, context } = await browser.open('/kiem-tra')
    await page.fill('#draft', DRAFT)
    await page.fill('#draft-day', '22/3/2022')
    await page.click('button.main')
    await page.waitForSelector('.report')
    await page.click('nav a[href^="/van-ban"]')
    await settled(page)
    await page.click('nav a[href^="/kiem-tra"]')
    await page.waitForFunction(() => location.search.includes('ngay=2022-03-22'))
    await context.close()
  })

  test.each(WIDTHS)('the form sticks out at no side at %d', async (width) => {
    const { page, context } = await browser.open('/kiem-tra', size(width))
    expect(await overflow(page)).toBe(0)
    await context.close()
  })

  test('a file is read again once the server is back', async () => {
    const { page, context } = await browser.open('/kiem-tra')
    await page.route('**/texts', (route) => route.abort())
    await page.setInputFiles('#draft-file', {
      name: 'a.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<p>Căn cứ Kết luận số 43-KL/TW ngày 07/01/2019</p>'),
    })
    await page.waitForSelector('.failure')
    await page.unroute('**/texts')
    await page.click('.failure button')
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('43-KL/TW'))
    await context.close()
  })

  test('a day that is none is refused, a place is told by its name', async () => {
    const { page, faults, context } = await browser.open('/kiem-tra')
    await page.fill('#draft', DRAFT)
    await page.fill('#draft-day', '31/02/2021')
    await page.click('button.main')
    expect(await page.locator('#draft-day-fault').innerText()).toContain('ngày/tháng/năm')
    expect(await page.getAttribute('#draft-day', 'aria-invalid')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('draft-day')
    await page.fill('#draft-day', '3-6-2021')
    expect(await page.getAttribute('#draft-day', 'aria-invalid')).toBe('false')
    const place = page.locator('#draft-place')
    const told = () => page.locator('#draft-place-fault').innerText()
    await place.fill('huyện Châu Thành')
    await page.click('button.main')
    await expect.poll(told).toContain('nhiều nơi')
    expect(await page.locator('#draft-places option').count()).toBeGreaterThan(3)
    expect(await seriousFaults(page)).toEqual([])
    await place.fill('huyện Không Đâu Cả')
    await page.click('button.main')
    await expect.poll(told).toContain('Không biết nơi này')
    await place.fill('huyen ngoc lac, thanh hoa')
    await page.click('button.main')
    await page.waitForSelector('.report')
    expect(new URL(page.url()).search).toBe('?ngay=2021-06-03&noi=ngoc-lac.thanh-hoa')
    expect(faults).toEqual([])
    await context.close()
  })

  test('a file that cannot be read is told in words', async () => {
    const { page, context } = await browser.open('/kiem-tra')
    const bytes = Buffer.from([0x4d, 0x5a, 0, 1, 2, 3, 0, 0])
    await page.setInputFiles('#draft-file', { name: 'x.docx', mimeType: 'application/x', buffer: bytes })
    await page.waitForSelector('.failure')
    expect(await page.locator('.failure').innerText()).toMatch(/tệp/i)
    // The same file would be no better the next time.
    expect(await page.locator('.failure button').count()).toBe(0)
    expect(await page.locator('#draft-file-name').innerText()).toBe('x.docx')
    await context.close()
  })

  test.each(LANGUAGES)(
    'what is empty or unknown is said: $language',
    async ({ query, none, unknown, empty }) => {
      const joined = query === '' ? '?' : `${query}&`
      const { page, context } = await browser.open(`/van-ban${joined}tim=zzzzqqqq`)
      expect(await page.locator('main').innerText()).toContain(none)
      await page.goto(`${browser.base}/van-ban/99-XX/TW@2013-06-03${query}`)
      await settled(page)
      expect(await page.locator(`${VIEW} h1`).innerText()).toContain(unknown)
      expect(await page.locator('.failure').count()).toBe(0)
      await page.goto(`${browser.base}/kiem-tra${query}`)
      await page.click('button.main')
      expect(await page.locator('.told').innerText()).toContain(empty)
      await context.close()
    },
  )

  test('a server that is away is told, and asked again', async () => {
    const { page, context } = await browser.open('/kiem-tra')
    await page.route('**/graphql', (route) => route.abort())
    await page.fill('#draft', DRAFT)
    await page.click('button.main')
    await page.waitForSelector('.failure')
    expect(await page.locator('.failure').innerText()).toContain('Không kết nối được')
    await page.unroute('**/graphql')
    await page.click('.failure button')
    await page.waitForSelector('.report')
    await context.close()
  })

  test('the language is kept, in the address and for the next visit', async () => {
    const { page, context } = await browser.open('/van-ban/25-NQ/TW@2013-06-03')
    await page.click('a.language')
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    expect(page.url()).toContain('lang=en')
    await page.goto(`${browser.base}/kiem-tra`)
    await page.waitForFunction(() => location.search.includes('lang=en'))
    await page.click('a.language')
    await page.waitForFunction(() => document.documentElement.lang === 'vi')
    await page.goBack()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await context.close()
  })

  test.each([
    ['SVG', 'svg', /^<svg/],
    ['PNG', 'png', /PNG/],
    ['Mermaid', 'mmd', /^flowchart/],
    ['GraphML', 'graphml', /<graphml/],
    ['JSON', 'json', /"root": "45\/KH-UBND/],
  ])('a trace is saved as %s', async (name, ending, begins) => {
    const { page, faults, context } = await browser.open(`/truy-nguyen/${SAMPLE_PLAN}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`.actions button:text-is("${name}")`),
    ])
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`))
    expect((await readFile(await download.path())).toString('latin1').slice(0, 2_000)).toMatch(begins)
    expect(faults).toEqual([])
    await context.close()
  })

  test.each(['/kiem-tra', '/van-ban', `/van-ban/${SAMPLE_PLAN}`, `/truy-nguyen/${SAMPLE_PLAN}`])(
    'dark, and with large contrast of signs: %s',
    async (address) => {
      const { page, faults, context } = await browser.open(address, {
        colorScheme: 'dark',
        reducedMotion: 'reduce',
      })
      expect(await seriousFaults(page)).toEqual([])
      expect(faults).toEqual([])
      await context.close()
    },
  )

  // Last: where there is a key, nobody else may change anything.
  test('a server that asks for a key is given one', async () => {
    const [{ id, key, hash }, wrong] = [createApiKey(), createApiKey()]
    const created = new Date().toISOString()
    await browser.store.keys.create({ id, hash, created, name: 'page', role: 'reader' })
    const config = { ...loadConfig({}).api, anonymousReads: false }
    const locked = await buildApp({ store: browser.store, log: false, config })
    const base = await locked.listen({ host: '127.0.0.1', port: 0 })
    try {
      const { page, context } = await browser.open('/kiem-tra')
      await page.goto(`${base}/van-ban/290-QĐ/TW@2010-02-25`)
      await page.fill('.failure input[name=key]', wrong.key)
      await page.click('.failure button')
      await settled(page)
      await page.fill('.failure input[name=key]', key)
      await page.click('.failure button')
      await page.waitForSelector('main article .status')
      await page.goto(`${base}/kiem-tra`)
      await page.setInputFiles('#draft-file', {
        name: 'a.html',
        mimeType: 'text/html',
        buffer: Buffer.from('<p>Căn cứ Kết luận số 43-KL/TW ngày 07/01/2019</p>'),
      })
      await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('43-KL/TW'))
      await context.close()
    } finally {
      await locked.close()
      await browser.store.keys.revoke(id, created)
    }
  })
})
