#!/usr/bin/env node
// The command line: parses arguments, calls, prints.

import { readFileSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import { RELATIONS, type Relation } from '../citation/types.ts'
import { ROLES } from '../graph/keys.ts'
import { READ_ENDINGS } from '../reader/index.ts'
import { day, oneOf, wholeNumber } from './arguments.ts'
import { addAssertionCommands } from './assert.ts'
import { checkCommand } from './check.ts'
import { dumpCommand } from './dump.ts'
import { extractCommand } from './extract.ts'
import { ingestCommand, removeCommand } from './ingest.ts'
import { createKeyCommand, listKeysCommand, revokeKeyCommand } from './key.ts'
import { printError } from './output.ts'
import { searchCommand, statusCommand, traceCommand } from './questions.ts'
import { registerImportCommand } from './register.ts'
import { seedCommand } from './seed.ts'
import { addUnitCommands } from './units.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

function relations(text: string): Relation[] {
  return text.split(',').map(oneOf(RELATIONS))
}

const json = () => new Option('--json', 'in JSON cho máy đọc / print JSON')
const asOf = () => new Option('--as-of <ngày>', 'vào ngày này / on this day (2022-03-22)').argParser(day)

export function buildProgram(): Command {
  const program = new Command('cancu')
    .description(
      'Căn Cứ: văn bản này từ đâu ra, còn viện dẫn được không.\nWhere an instrument comes from, and whether it may still be cited.',
    )
    .version(version)
    .showHelpAfterError('(xem: cancu --help)')
    .exitOverride()
  program
    .command('extract')
    .description(
      'đọc trích dẫn trong tệp văn bản, không cần cơ sở dữ liệu / citations of files, without a database',
    )
    .argument('[file...]', `tệp / files: ${READ_ENDINGS}`)
    .option(
      '--lines <tệp.jsonl>',
      'mỗi dòng một {"text": …}, in ra mỗi dòng một kết quả / one text and one result a line',
    )
    .addOption(
      new Option('--format <dạng>', 'dạng in ra / output').choices(['table', 'jsonl']).default('table'),
    )
    .addOption(json())
    .action(extractCommand)
  program
    .command('ingest')
    .description('nạp tệp và thư mục vào đồ thị / load files and folders into the graph')
    .argument('<path...>', 'tệp hoặc thư mục / files or folders')
    .option('--place <địa-danh>', 'nơi ban hành, từ nhỏ đến lớn / place of issue: ngoc-lac.thanh-hoa')
    .addOption(json())
    .action(ingestCommand)
  program
    .command('remove')
    .description('bỏ văn bản đã nạp ra khỏi đồ thị / take loaded texts out again')
    .argument('<path|key...>', 'tệp, thư mục hoặc khóa văn bản / files, folders or keys')
    .addOption(json())
    .action(removeCommand)
  program
    .command('check')
    .description(
      'kiểm tra dự thảo: viện dẫn nào không còn dùng được / check a draft: what must not be cited any more',
    )
    .argument('<file>', '.txt, .md, .html, .docx, .pdf')
    .addOption(
      new Option('--date <ngày>', 'ngày của dự thảo / date of the draft (2022-03-22)').argParser(day),
    )
    .option('--place <địa-danh>', 'nơi ban hành, từ nhỏ đến lớn / place of issue: ngoc-lac.thanh-hoa')
    .option('--all', 'kể cả những gì không cần xem / also what needs no look')
    .addOption(json())
    .action(checkCommand)
  program
    .command('trace')
    .description(
      'truy nguyên: dựa vào đâu (lên), sinh ra gì (xuống) / what it rests on (up), what rests on it (down)',
    )
    .argument('<key>', 'khóa văn bản / key, e.g. 25-NQ/TW@2013-06-03')
    .option('--down', 'truy xuống / downwards')
    .addOption(
      new Option('--depth <số>', 'số bước nhiều nhất / most steps, 1–20').argParser(wholeNumber).default(12),
    )
    .addOption(
      new Option('--relations <r1,r2>', 'chỉ những quan hệ này / these relations only').argParser(relations),
    )
    .addOption(asOf())
    .addOption(json())
    .action(traceCommand)
  program
    .command('status')
    .description('còn viện dẫn được không / whether it may still be cited')
    .argument('<key>', 'khóa văn bản / key')
    .option('--timeline', 'kể mọi thay đổi theo ngày / tell every change, day by day')
    .addOption(asOf())
    .addOption(json())
    .action(statusCommand)
  program
    .command('search')
    .description(
      'tìm theo số (viết kiểu nào cũng được) hoặc chữ, có dấu hoặc không / numbers in any spelling, words with or without marks',
    )
    .argument('<text...>')
    .addOption(new Option('--first <số>', 'số kết quả / how many, 1–200').argParser(wholeNumber).default(10))
    .addOption(json())
    .action(searchCommand)
  addUnitCommands(program)
  const register = program
    .command('register')
    .description('danh mục văn bản của Bộ pháp điển điện tử / the register of codified instruments')
  register
    .command('import')
    .description(
      'nạp bản mới hơn, thay cho bản đang có; bảng có lỗi thì không thay đổi gì / take a newer one in place of the present one',
    )
    .argument('<tệp.tsv>', 'bảng văn bản, cột như seed/register/register.tsv / table of instruments')
    .option('--changes <tệp.tsv>', 'bảng thay đổi, cột như seed/register/changes.tsv / table of changes')
    .addOption(json())
    .action(registerImportCommand)
  program
    .command('seed')
    .description('nạp dữ liệu mẫu: năm kế hoạch thật, dữ kiện, bộ hư cấu / load the seed')
    .option('--force', 'nạp cả khi đồ thị đã có văn bản khác / also where the graph holds other texts')
    .addOption(json())
    .action(seedCommand)
  program
    .command('dump')
    .description(
      'in toàn bộ đồ thị suy ra được thành văn bản có thứ tự, để so sánh / the whole derived graph as one sorted text, for comparing',
    )
    .option('--canonical', 'dạng chuẩn: mặc định, cũng là dạng duy nhất / the only form, and the default')
    .option('--output <tệp>', 'ghi vào tệp thay vì in ra / write to this file instead of printing')
    .addOption(json())
    .action(dumpCommand)
  addAssertionCommands(program)
  addKeyCommands(program)
  return program
}

function addKeyCommands(program: Command): void {
  const key = program
    .command('key')
    .description('khóa API: ai được hỏi, ai được sửa / API keys: who may ask, who may change')
  key
    .command('create')
    .description('tạo một khóa; chỉ hiện một lần / make a key; it is shown once')
    .requiredOption('--name <tên>', 'cấp cho ai / who it is for')
    .addOption(
      new Option('--role <quyền>', 'reader: hỏi; editor: hỏi và sửa / ask; ask and change')
        .choices(ROLES)
        .default('reader'),
    )
    .addOption(json())
    .action(createKeyCommand)
  key
    .command('list')
    .description('các khóa đã tạo, không kèm bản thân khóa / the keys made, not the keys themselves')
    .addOption(json())
    .action(listKeysCommand)
  key
    .command('revoke')
    .description('thu hồi một khóa / revoke a key')
    .argument('<id>')
    .addOption(json())
    .action(revokeKeyCommand)
}

/** Exit status: 0 all well, 1 something failed, 2 the arguments are off. */
async function main(): Promise<void> {
  try {
    await buildProgram().parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      return
    }
    printError(error, process.argv.includes('--json'))
    process.exitCode = 1
  }
}

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

await main()
