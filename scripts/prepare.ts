// What npm runs after an installation: builds the page, where the tool that builds it was installed.
//   node scripts/prepare.ts

import { existsSync } from 'node:fs'

// Installed without its development tools, the program comes with its page built, or serves GraphQL alone.
if (existsSync(new URL('../node_modules/vite/package.json', import.meta.url))) {
  const { build } = await import('vite')
  await build({ logLevel: 'warn' })
  await build({ logLevel: 'warn', configFile: 'vite.embed.config.ts' })
}
