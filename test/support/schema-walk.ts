// Every argument of a schema, each with a query that reaches it: all other arguments hold plain values.

import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

export interface ReachedArgument {
  /** "Query.instrument(key)", with the field of an input object behind a dot. */
  readonly name: string
  /** Takes the value as $value. */
  readonly query: string
  /** The value as the argument wants it: in a list, in an object. */
  wrap(value: unknown): unknown
}

/** Plain values by the names of arguments; those of other names are left out, or stand for themselves. */
export type PlainValues = Readonly<Record<string, string>>

type Step = (inner: string) => string

/** Walks from the schema's roots to each type once, by the shortest way, and names the arguments of its fields. */
export function* reachArguments(schema: GraphQLSchema, plain: PlainValues): Generator<ReachedArgument> {
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType() }
  for (const [operation, type] of Object.entries(roots))
    if (type)
      for (const reached of reachTypes(schema, type, plain)) yield* reachFields(operation, reached, plain)
}

interface ReachedType {
  readonly type: GraphQLObjectType
  readonly way: Step
}

function reachTypes(schema: GraphQLSchema, root: GraphQLObjectType, plain: PlainValues): ReachedType[] {
  const reached: ReachedType[] = [{ type: root, way: (inner) => inner }]
  for (const { type, way } of reached)
    for (const field of Object.values(type.getFields()))
      for (const next of objectsOf(schema, getNamedType(field.type)))
        if (!reached.some(({ type }) => type === next.type))
          reached.push({
            type: next.type,
            way: (inner) => way(`${call(field, plain)} { ${next.spread(inner)} }`),
          })
  return reached
}

function* reachFields(operation: string, { type, way }: ReachedType, plain: PlainValues) {
  for (const field of Object.values(type.getFields()))
    for (const argument of field.args)
      yield* reachArgument(operation, `${type.name}.${field.name}`, field, argument, way, plain)
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedOutputType) {
  if (!isAbstractType(type)) return isObjectType(type) ? [{ type, spread: (inner: string) => inner }] : []
  const spread = (name: string) => (inner: string) => `... on ${name} { ${inner} }`
  return schema.getPossibleTypes(type).map((type) => ({ type, spread: spread(type.name) }))
}

function* reachArgument(
  operation: string,
  name: string,
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  way: Step,
  plain: PlainValues,
): Generator<ReachedArgument> {
  const leaf = isObjectType(getNamedType(field.type)) || isAbstractType(getNamedType(field.type))
  const inner = `${call(field, plain, argument.name)}${leaf ? ' { __typename }' : ''}`
  const query = `${operation} ($value: ${argument.type}) { ${way(inner)} }`
  const type = isNonNullType(argument.type) ? argument.type.ofType : argument.type
  const full = `${name}(${argument.name})`
  if (!isInputObjectType(type)) return yield { name: full, query, wrap: wrapper(type) }
  for (const { name: part, type: partType } of Object.values(type.getFields())) {
    const wrapPart = wrapper(isNonNullType(partType) ? partType.ofType : partType)
    yield { name: `${full}.${part}`, query, wrap: (value) => ({ [part]: wrapPart(value) }) }
  }
}

function wrapper(type: GraphQLInputType): (value: unknown) => unknown {
  return isListType(type) ? (value) => [value] : (value) => value
}

function call({ name, args }: GraphQLField<unknown, unknown>, plain: PlainValues, hostile?: string): string {
  const given = args.flatMap((argument) => {
    if (argument.name === hostile) return [`${argument.name}: $value`]
    const value = plainValue(argument, plain)
    return value === null ? [] : [`${argument.name}: ${value}`]
  })
  return given.length > 0 ? `${name}(${given.join(', ')})` : name
}

function plainValue({ name, type }: GraphQLArgument, plain: PlainValues): string | null {
  if (!isNonNullType(type)) return null
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name ?? null
  return plain[name] ?? JSON.stringify(name)
}
