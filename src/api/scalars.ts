// The Date scalar: a day of the calendar, as ISO 8601 writes it.

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { isIsoDate } from '../legal/key.ts'

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  parseValue: toDay,
  parseLiteral: (node) => toDay(node.kind === Kind.STRING ? node.value : null),
  serialize: String,
})

function toDay(value: unknown): string {
  if (typeof value === 'string' && value.length === 10 && isIsoDate(value)) return value
  throw new GraphQLError(
    'Ngày phải có thật và viết dạng 2022-03-22. / A day that exists, written like 2022-03-22.',
    {
      extensions: { code: 'ARGUMENT_INVALID' },
    },
  )
}
