// cancu assert …, cancu withdraw, cancu assertions: what members of staff decide, and the record of it.

import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { checkFirst, checkKey } from '../answer/checks.ts'
import { RELATIONS, type Relation } from '../citation/types.ts'
import type { AssertionRow } from '../graph/records.ts'
import { assertionPosition, type GraphStore } from '../graph/store.ts'
import {
  assertRelation,
  mergeInstruments,
  recordEvent,
  resolveMention,
  splitInstrument,
  withdraw,
} from '../ingest/assert.ts'
import { SEED_SOURCE } from '../ingest/seed.ts'
import type { Assertion, Testimony } from '../legal/assertion.ts'
import { EVENT_KINDS, type EventKind } from '../legal/records.ts'
import { day, oneOf, wholeNumber } from './arguments.ts'
import { paint, print, printJson } from './output.ts'
import { withStore } from './with-store.ts'

interface Told extends Testimony {
  readonly json?: boolean
}

const author = () =>
  new Option('--author <tên>', 'người khẳng định / who says so').default(
    systemUser(),
    'tên đăng nhập / your login',
  )
const reason = () => new Option('--reason <lý-do>', 'vì sao / why').makeOptionMandatory()
const json = () => new Option('--json', 'in JSON cho máy đọc / print JSON')

/** Nobody, where the system has no name for whoever runs this: the name must then be given. */
function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

/** Adds the commands to the program. */
export function addAssertionCommands(program: Command): void {
  const group = program
    .command('assert')
    .description(
      'khẳng định điều lời văn không nói hoặc nói sai; rút lại được / decide what texts do not tell',
    )
  const kind = (name: string, description: string) =>
    group.command(name).description(description).addOption(reason()).addOption(author()).addOption(json())
  kind('relation', 'văn bản này làm gì với văn bản kia / what one instrument does to another')
    .argument('<from>', 'khóa văn bản làm / key of the one that does it')
    .argument('<relation>', RELATIONS.join(', '), oneOf(RELATIONS))
    .argument('<to>', 'khóa văn bản kia / key of the other')
    .action(relationCommand)
  kind('event', 'điều đã xảy ra với một văn bản / what happened to an instrument')
    .argument('<key>', 'khóa văn bản / key')
    .argument('<kind>', EVENT_KINDS.join(', '), oneOf(EVENT_KINDS))
    .addOption(new Option('--effective <ngày>', 'từ ngày / from this day (2022-03-22)').argParser(day))
    .option('--by <key...>', 'khóa các văn bản làm điều đó / keys of the instruments that did it')
    .option('--quote <lời-văn>', 'lời văn chứng minh / the words that prove it')
    .option('--source <nguồn>', 'nơi chứa lời đó / where they stand')
    .action(eventCommand)
  kind('mention', 'một lời viện dẫn chỉ đến văn bản nào / what a citation means')
    .argument(
      '<mention>',
      'mã lời viện dẫn, như trong "Chỗ đứt" của cancu trace / its id, as in the gaps of a trace',
    )
    .argument('<key>', 'khóa văn bản; none: không văn bản nào đã biết / key; none: nothing that is known')
    .action(mentionCommand)
  kind('merge', 'nhiều khóa là một văn bản / several keys are one instrument')
    .argument('<key...>', 'các khóa sẽ nhập vào --into / the keys that become --into')
    .requiredOption('--into <key>', 'khóa đúng; có thể mới / the right key; it may be new')
    .action(mergeCommand)
  kind(
    'split',
    'một khóa là hai văn bản cùng số, cùng ngày / one key is two instruments of one number and date',
  )
    .argument('<key>', 'khóa hiện nay / the present key')
    .requiredOption(
      '--into <key>',
      'khóa của văn bản kia, thêm ~chữ sau số / key of the other: 33/CT-TTg~2@2021-11-26',
    )
    .option('--mentions <id...>', 'mã các lời viện dẫn văn bản kia / ids of the citations of the other')
    .option('--documents <path...>', 'tệp đã nạp, hoặc sha256 / loaded files, or sha256')
    .action(splitCommand)
  program
    .command('withdraw')
    .description('rút một khẳng định: đồ thị như chưa từng có nó / take an assertion back')
    .argument('<id>', 'mã khẳng định / id of the assertion')
    .addOption(reason())
    .addOption(author())
    .addOption(json())
    .action(withdrawCommand)
  program
    .command('assertions')
    .description('sổ các khẳng định, kể cả đã rút / all assertions, those withdrawn too')
    .option('--instrument <key>', 'về văn bản này / of this instrument')
    .option('--author <tên>', 'của người này / of this author')
    .option('--standing', 'chỉ những khẳng định còn đứng / only those not withdrawn')
    .addOption(new Option('--first <số>', 'số kết quả / how many, 1–200').argParser(wholeNumber).default(50))
    .option('--after <vị-trí>', 'tiếp sau trang trước / go on after the page before')
    .addOption(json())
    .action(assertionsCommand)
}

function relationCommand(from: string, relation: Relation, to: string, told: Told): Promise<void> {
  return tell(told, (store) => assertRelation(store, { from, to, relation }, told))
}

interface EventOptions extends Told {
  readonly effective?: string
  readonly by?: readonly string[]
  readonly quote?: string
  readonly source?: string
}

function eventCommand(instrument: string, kind: EventKind, options: EventOptions): Promise<void> {
  const { effective = null, by = [], quote = null, source = null } = options
  const event = { instrument, kind, effective, by, quote, source }
  return tell(options, (store) => recordEvent(store, event, options))
}

function mentionCommand(mention: string, key: string, told: Told): Promise<void> {
  const instrument = key === 'none' ? null : key
  return tell(told, (store) => resolveMention(store, { mention, instrument }, told))
}

function mergeCommand(keys: readonly string[], told: Told & { into: string }): Promise<void> {
  return tell(told, (store) => mergeInstruments(store, { keys, into: told.into }, told))
}

interface SplitOptions extends Told {
  readonly into: string
  readonly mentions?: readonly string[]
  readonly documents?: readonly string[]
}

function splitCommand(instrument: string, options: SplitOptions): Promise<void> {
  const { into, mentions = [] } = options
  const documents = (options.documents ?? []).map(sourceOf)
  return tell(options, (store) => splitInstrument(store, { instrument, mentions, documents, into }, options))
}

/** A sha256 and a source of the seed are names; anything else is a file. */
function sourceOf(name: string): string {
  return /^[0-9a-f]{64}$/.test(name) || name.startsWith(SEED_SOURCE) ? name : resolve(name)
}

async function tell(told: Told, act: (store: GraphStore) => Promise<Assertion>): Promise<void> {
  const assertion = await withStore(act)
  if (told.json) return printJson(assertion)
  const { id, author } = assertion
  print(`${paint('green', `Đã ghi khẳng định ${id}`)} của ${author}. / Assertion ${id} is kept.`)
  print(`Muốn rút lại / To undo: cancu withdraw ${id} --reason "…"`)
}

async function withdrawCommand(id: string, told: Told): Promise<void> {
  const assertion = await withStore((store) => withdraw(store, id, told))
  if (told.json) return printJson(assertion)
  print(
    `Đã rút khẳng định ${assertion.id}; đồ thị như chưa từng có nó. / Assertion ${assertion.id} is withdrawn.`,
  )
  print('Muốn lập lại, hãy khẳng định lần nữa. / To have it again, assert it anew.')
}

interface ListOptions {
  readonly instrument?: string
  readonly author?: string
  readonly standing?: boolean
  readonly first: number
  readonly after?: string
  readonly json?: boolean
}

async function assertionsCommand(options: ListOptions): Promise<void> {
  const filter = {
    instrument: options.instrument === undefined ? null : checkKey(options.instrument),
    author: options.author?.normalize('NFC') ?? null,
    withdrawn: options.standing ? false : null,
  }
  const first = checkFirst(options.first)
  const found = await withStore((store) => store.assertions(filter, first + 1, options.after ?? ''))
  const page = found.slice(0, first)
  const last = found.length > first ? page.at(-1) : undefined
  const next = last ? assertionPosition(last) : null
  if (options.json) return printJson({ assertions: page.map(readable), next })
  if (page.length === 0) print('Chưa có khẳng định nào. / There are no assertions.')
  for (const line of page.flatMap(lines)) print(line)
  if (next) print(paint('yellow', `Còn nữa / More: --after "${next}"`))
}

function readable({ payload, ...row }: AssertionRow) {
  return { ...row, content: JSON.parse(payload) }
}

function lines({ id, kind, author, at, reason, payload, ...row }: AssertionRow): string[] {
  const { withdrawnBy, withdrawnAt, withdrawReason } = row
  const withdrawn = withdrawnAt && `  ✗ ${withdrawnBy} rút lúc ${withdrawnAt}: ${withdrawReason}`
  const head = `${paint('bold', id)}  ${kind}  ${author}  ${at}`
  return [head, `  ${payload}`, `  “${reason}”`, ...(withdrawn ? [paint('yellow', withdrawn)] : [])]
}
