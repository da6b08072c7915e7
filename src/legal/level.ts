// The levels of organs, from the Centre down.

export const LEVELS = ['central', 'province', 'district', 'commune'] as const
export type Level = (typeof LEVELS)[number]
