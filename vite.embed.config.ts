// How the element for other pages is built: one ES module that holds all it needs.

import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'public/embed',
    emptyOutDir: true,
    lib: { entry: 'src/web/embed/can-cu-graph.ts', formats: ['es'], fileName: () => 'can-cu-graph.js' },
    target: 'es2022',
  },
})
