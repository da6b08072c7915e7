// PDFs made by hand, to be what no program would write.

export const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
export const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>'
export const PAGE =
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>'

/** A PDF of one page out of its objects; the first is the catalog. A table of offsets is left to the reader to mend. */
export function pdf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = objects.flatMap((object, i) => [
    Buffer.from(`${i + 1} 0 obj\n`),
    Buffer.from(object),
    Buffer.from('\nendobj\n'),
  ])
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...parts,
    Buffer.from(`trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n0\n%%EOF\n`),
  ])
}

export function stream(content: Uint8Array, dictionary = ''): Uint8Array {
  const head = `<<${dictionary}/Length ${content.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')])
}

/** Forms in forms, each drawn ten times by the one around it: 5 kB that draw 10^24 times. */
export const ENDLESS = pdf([
  CATALOG,
  PAGES,
  PAGE.replace('/Resources<<', '/Resources<</XObject<</X 5 0 R>>'),
  stream(Buffer.from('/X Do')),
  ...Array.from({ length: 24 }, (_, i) =>
    stream(
      Buffer.from('/X Do '.repeat(10)),
      `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X ${i + 6} 0 R>>>>`,
    ),
  ),
  stream(Buffer.from(''), '/Type/XObject/Subtype/Form/BBox[0 0 1 1]'),
])
