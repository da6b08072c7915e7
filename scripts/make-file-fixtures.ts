// Makes test/fixtures/files: one invented plan as the files that real programs make of it. Run once, by hand; the tests
// need none of the programs. On Debian: apt install libreoffice-writer-nogui poppler-utils qpdf img2pdf chromium
//   node scripts/make-file-fixtures.ts

import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SAMPLE = join(import.meta.dirname, '../seed/sample/2-ke-hoach-huyen-moc-ha.txt')
const OUT = join(import.meta.dirname, '../test/fixtures/files')
const WORK = mkdtempSync(join(tmpdir(), 'cancu-fixtures-'))

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: WORK, stdio: 'inherit' })
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A line that is nearly full goes on below, whatever blank lines stand between. */
const FULL_LINE = 66

/** The paragraphs of a text whose lines are broken to a width. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let before = ''
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const goesOn = before.length >= FULL_LINE && !/[.;:]$/.test(before)
    if (goesOn)
      paragraphs.push(
        `${paragraphs.pop()}${/\p{L}?-$/u.test(before) && !/ -$/.test(before) ? '' : ' '}${line}`,
      )
    else paragraphs.push(line)
    before = line
  }
  return paragraphs
}

const paragraph = (text: string, style = 'P') =>
  `<text:p text:style-name="${style}">${escaped(text)}</text:p>`
const cell = (lines: readonly string[]) =>
  `<table:table-cell office:value-type="string">${lines.map((line) => paragraph(line, 'C')).join('')}</table:table-cell>`
const table = (...rows: readonly (readonly string[])[][]) =>
  `<table:table><table:table-column table:number-columns-repeated="2"/>${rows
    .map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`)
    .join('')}</table:table>`

/** A text document as LibreOffice reads it, with a page number at the head of each page, as official texts have. */
function flatDocument(body: string): string {
  const font = 'style:font-name="Liberation Serif" fo:font-family="Liberation Serif" fo:font-size="14pt"'
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
 <style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.2cm"/><style:text-properties ${font}/></style:style>
 <style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties ${font}/></style:style>
</office:styles>
<office:automatic-styles>
 <style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/><style:header-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
 <style:header><text:p text:style-name="C"><text:page-number>1</text:page-number></text:p></style:header>
</style:master-page></office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`
}

/** The plan with its letterhead and signature in tables of two columns, as people lay them out. */
function planBody(paragraphs: readonly string[]): string {
  const at = (start: string) => paragraphs.findIndex((text) => text.startsWith(start))
  const [head, title, end] = [at('ỦY BAN'), at('KẾ HOẠCH'), at('Nơi nhận')]
  const [organ, unit, state, motto, number, day] = paragraphs.slice(head, title) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const signed = at('TM. ')
  return [
    ...paragraphs.slice(0, head).map((text) => paragraph(text)),
    table(
      [
        [organ, unit],
        [state, motto],
      ],
      [[number], [day]],
    ),
    ...paragraphs.slice(title, title + 3).map((text) => paragraph(text, 'C')),
    ...paragraphs.slice(title + 3, end).map((text) => paragraph(text)),
    table([paragraphs.slice(end, signed), paragraphs.slice(signed)]),
  ].join('\n')
}

/** What readers tend to lose: a note on a number, a text box, a table, an automatic list. */
function oddBody(): string {
  const note = paragraph('Nay là Quyết định số 612-QĐ/HU ngày 09/8/2022 của Ban Thường vụ Huyện ủy Mộc Hà.')
  const citation = (before: string, after: string) =>
    `<text:p text:style-name="P">${before}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${note}</text:note-body></text:note>${after}</text:p>`
  const box = `<draw:frame svg:width="8cm" svg:height="2cm" text:anchor-type="paragraph"><draw:text-box>${paragraph('Căn cứ Chỉ thị số 49-CT/TW ngày 20/10/2015 của Ban Bí thư;')}</draw:text-box></draw:frame>`
  return [
    paragraph('VĂN BẢN HƯ CẤU dùng để minh họa phần mềm Căn Cứ.'),
    citation('Thực hiện Quyết định số 214-QĐ/HU', ' ngày 15/11/2021 của Ban Thường vụ Huyện ủy Mộc Hà.'),
    `<text:p text:style-name="P">${box}Trong khung:</text:p>`,
    table(
      [['Nội dung'], ['Căn cứ pháp lý']],
      [['Đối thoại với Nhân dân'], ['Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ']],
    ),
    `<text:list><text:list-item>${paragraph('Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị;')}</text:list-item></text:list>`,
  ].join('\n')
}

function convert(file: string, to: string): void {
  run('soffice', `-env:UserInstallation=file://${WORK}/profile`, '--headless', '--convert-to', to, file)
}

function keep(from: string, to: string): void {
  copyFileSync(join(WORK, from), join(OUT, to))
}

const paragraphs = paragraphsOf(readFileSync(SAMPLE, 'utf8'))
writeFileSync(join(WORK, 'plan.fodt'), flatDocument(planBody(paragraphs)))
writeFileSync(join(WORK, 'odd.fodt'), flatDocument(oddBody()))
for (const kind of ['docx', 'pdf', 'html']) convert('plan.fodt', kind)
for (const kind of ['docx', 'html']) convert('odd.fodt', kind)
for (const kind of ['docx', 'pdf', 'html']) keep(`plan.${kind}`, `plan.${kind}`)
for (const kind of ['docx', 'html']) keep(`odd.${kind}`, `odd.${kind}`)

run(
  'chromium',
  '--headless',
  '--no-sandbox',
  '--no-pdf-header-footer',
  '--print-to-pdf=printed.pdf',
  'plan.html',
)
keep('printed.pdf', 'printed-by-chromium.pdf')

run('pdftoppm', '-r', '50', '-gray', '-jpeg', '-jpegopt', 'quality=40', 'plan.pdf', 'page')
const scans = readdirSync(WORK).filter((name) => name.startsWith('page-'))
run('img2pdf', ...scans, '-o', 'scan.pdf')
keep('scan.pdf', 'scan.pdf')

run('qpdf', '--encrypt', 'mật khẩu', 'chủ', '256', '--', 'plan.pdf', 'encrypted.pdf')
keep('encrypted.pdf', 'encrypted.pdf')
rmSync(WORK, { recursive: true })
