// A place as the page names it: "xã Minh Sơn, huyện Ngọc Lặc, tỉnh Thanh Hóa".

/** What is asked of every place that is named: it, and the two levels above a commune. */
export const PLACE_FIELDS = 'path kind name parent { path kind name parent { path kind name } }'

export interface Place {
  /** "minh-son.ngoc-lac.thanh-hoa" */
  readonly path: string
  readonly kind: string | null
  readonly name: string | null
  readonly parent?: Place | null
}

/** The place with all that it lies in; its path where nobody tells its name. */
export function placeName(place: Place): string {
  if (place.name === null) return place.path
  const own = [place.kind, place.name].filter(Boolean).join(' ')
  return place.parent ? `${own}, ${placeName(place.parent)}` : own
}
