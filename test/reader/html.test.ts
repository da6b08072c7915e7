// HTML: what is seen is read, a line a block; what only serves the page is not.

import { describe, expect, test } from 'vitest'
import { htmlText, readHtml } from '../../src/reader/html.ts'

const lines = (html: string) => htmlText(html).text.trimEnd().split('\n')

describe('visible text', () => {
  test.each([
    [
      'blocks are lines',
      '<h1>KẾ HOẠCH</h1><p>Căn cứ<p>Thực hiện<div>Hết</div>',
      ['KẾ HOẠCH', 'Căn cứ', 'Thực hiện', 'Hết'],
    ],
    ['inline elements are not', '<p>Số: <b>25</b>-<i>NQ</i>/TW', ['Số: 25-NQ/TW']],
    [
      'blanks collapse, also over elements',
      '<p>  Căn \n\n cứ <b> Luật </b> Thanh tra ',
      ['Căn cứ Luật Thanh tra'],
    ],
    [
      'a table cell by cell',
      '<table><tr><td>ỦY BAN<br>HUYỆN<td>CỘNG HÒA<tr><td>Số: 1',
      ['ỦY BAN', 'HUYỆN', 'CỘNG HÒA', 'Số: 1'],
    ],
    ['entities', '<p>&#272;i&#7873;u&nbsp;1 &amp; &quot;2&quot; &lt;3&gt;', ['Điều\u00a01 & "2" <3>']],
    [
      'no scripts, styles, navigation',
      '<style>p{}</style><nav>Trang chủ</nav><div role=navigation>Menu</div><script>x</script><p>Luật<noscript>!</noscript>',
      ['Luật'],
    ],
    [
      'nothing hidden',
      '<p hidden>a<p style="color:red; display : none">b<p style="visibility:hidden">c<p>d',
      ['d'],
    ],
    ['no head', '<title>Cổng thông tin</title><p>Luật', ['Luật']],
    [
      'marks of notes do not stand in numbers',
      '<p>Nghị quyết 25-NQ/TW<sup><a href="#n1">[1]</a></sup> ngày',
      ['Nghị quyết 25-NQ/TW ngày'],
    ],
    [
      'a link to the page itself stays',
      '<p><a href="#dieu-1">Điều 1</a> của <a href="/luat">Luật</a>',
      ['Điều 1 của Luật'],
    ],
    ['lines as laid out', '<pre>ỦY BAN   CỘNG HÒA\nSố: 1\f2</pre>', ['ỦY BAN   CỘNG HÒA', 'Số: 1', '2']],
    ['a break is a line', '<p>a<br>b<br><br>c', ['a', 'b', 'c']],
    ['lists', '<ul><li>một<li>hai<ol><li>ba</ol></ul>', ['một', 'hai', 'ba']],
  ])('%s', (_, html, expected) => {
    expect(lines(html)).toEqual(expected)
  })

  test('paragraphs are counted, a broken line is none', () => {
    const { text, paragraphs } = htmlText('<p>một<br>hai<p><p>ba')
    expect(paragraphs.map((start) => text.slice(start).split('\n')[0])).toEqual(['một', 'ba'])
  })

  test('a page nested without end is read', () => {
    expect(lines(`${'<div>'.repeat(50_000)}Luật`)).toEqual(['Luật'])
  })
})

describe('encodings', () => {
  const read = async (content: Uint8Array) => (await readHtml(content, 'a.html')).text.trim()

  test('UTF-8, with and without a mark, whatever the page says', async () => {
    const page = '<meta charset="windows-1252"><p>Điều 1'
    expect(await read(Buffer.from(page))).toBe('Điều 1')
    expect(await read(Buffer.from(`\ufeff${page}`))).toBe('Điều 1')
  })
  test('the one that it names', async () => {
    const vietnamese =
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>\xd0i\xea\xccu 1'
    expect((await read(Buffer.from(vietnamese, 'latin1'))).normalize('NFC')).toBe('Điều 1')
  })
  test('UTF-16 by its mark', async () => {
    expect(await read(Buffer.from('\ufeff<p>Điều 1', 'utf16le'))).toBe('Điều 1')
  })
  test.each(['<p>\xd0i', '<meta charset="x-nothing"><p>\xd0i'])('none: %j is refused', async (page) => {
    await expect(read(Buffer.from(page, 'latin1'))).rejects.toMatchObject({ code: 'FILE_NOT_UTF8' })
  })
})
