// How the element for other pages is built: one ES module that holds all it needs, and the icon of its own pages.

import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

const icon: Plugin = {
  name: 'icon',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'icon.svg', source: readFileSync('src/web/icon.svg') })
  },
}

export default defineConfig({
  publicDir: false,
  plugins: [icon],
  build: {
    outDir: 'public/embed',
    emptyOutDir: true,
    lib: { entry: 'src/web/embed/can-cu-graph.ts', formats: ['es'], fileName: () => 'can-cu-graph.js' },
    target: 'es2022',
  },
})
