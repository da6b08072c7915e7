// Completes package-lock.json after `npm install`: a registry that mirrors only some platforms leaves the other
// platforms' optional packages out, and `npm ci` then refuses the lock file everywhere.
//   node scripts/complete-lock.ts

import { readFileSync, writeFileSync } from 'node:fs'

interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
]
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32']

/** The entry of a platform's package, as its name tells: "@biomejs/cli-linux-x64-musl". */
function entryOf(name: string, version: string, dev: boolean) {
  const words = name.split('/').at(-1)?.split('-') ?? []
  const os = words.filter((word) => SYSTEMS.includes(word))
  const cpu = words.filter((word) => PROCESSORS.includes(word))
  const libc = words.filter((word) => word === 'musl')
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  }
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages: Record<string, LockedPackage> = lock.packages
for (const [path, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const known = [`node_modules/${name}`, `${path}/node_modules/${name}`].some((place) => place in packages)
    if (known || !/^\d/.test(version)) continue
    packages[`node_modules/${name}`] = entryOf(name, version, dev)
    console.log(`added ${name}@${version}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
