// How the page is built: from index.html and src/web into public/, which the server serves as it stands.

import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'public',
    emptyOutDir: true,
    assetsDir: 'assets',
    // No file goes into another as data: the server's policy for content allows files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
})
