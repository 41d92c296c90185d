import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The console, as files that apps/api serves below `/console/`. A further entry is one more line of `input`. */
export default defineConfig({
  root,
  base: '/console/',
  resolve: { tsconfigPaths: true },
  plugins: [react()],
  build: {
    outDir: path.resolve(root, '../../dist/apps/web'),
    emptyOutDir: true,
    target: 'es2023',
    // A policy without `data:` for fonts and scripts: nothing is put into the page itself.
    assetsInlineLimit: 0,
    rollupOptions: { input: { console: path.join(root, 'console.html') } },
  },
});
