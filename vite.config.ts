import {defineConfig} from 'vite';

/** The pages' script: one module with what it needs of Plot, named without a hash (the server adds one). */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: 'src/client/client.ts',
      output: {format: 'es', entryFileNames: 'client.js', codeSplitting: false},
    },
  },
});
