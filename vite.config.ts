import {defineConfig} from 'vite';

/**
 * The pages' scripts, each one module with all it needs, named without a hash (the server adds one). One a run,
 * so that nothing is shared between them: `vite build` makes that of every page, `--mode import-page` and
 * `--mode csv-preview` those that only the Import page loads.
 */
export default defineConfig(({mode}) => {
  const name = mode === 'production' ? 'client' : mode;
  return {
    publicDir: false,
    build: {
      outDir: 'dist/client',
      emptyOutDir: name === 'client',
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: `src/client/${name}.ts`,
        preserveEntrySignatures: 'exports-only',
        output: {format: 'es', entryFileNames: `${name}.js`, codeSplitting: false},
      },
    },
  };
});
