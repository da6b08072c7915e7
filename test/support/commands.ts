// Folders of commands, for tests that must say what a machine has installed.

import { execFileSync } from 'node:child_process'
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Scripts by name; a name alone stands for the machine's own command. */
export type Commands = Readonly<Record<string, string | null>>

/** Makes a folder that, as PATH, holds these commands and no others; returns its path. */
export function commandsIn(folder: string, commands: Commands): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, script] of Object.entries(commands)) {
    if (script === null) symlinkSync(realOf(name), join(folder, name))
    else writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  }
  return folder
}

function realOf(name: string): string {
  return realpathSync(execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim())
}
