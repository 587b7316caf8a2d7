import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';
import {packagePath} from '../base/package-root.ts';
import type {TypesetContent} from './typeset-content.ts';

/**
 * Sets a pack on A4 pages.
 * @param content what the template reads; its texts are never markup
 * @param published the instant in the document's properties, so that the same pack has the same bytes
 * @returns the PDF, tagged as PDF/UA-1 asks for
 */
export async function typeset(content: TypesetContent, published: Date): Promise<Uint8Array> {
  const directory = await mkdtemp(join(tmpdir(), 'meantime-pack-'));
  try {
    // The compiler reads nothing outside its workspace, so the template goes in beside the content.
    await writeFile(join(directory, 'pack.typ'), await readFile(template));
    await writeFile(join(directory, 'content.json'), JSON.stringify(content));
    return compile(directory, published);
  } finally {
    await rm(directory, {recursive: true, force: true});
  }
}

const template = packagePath('src', 'packs', 'pack.typ');

function compile(workspace: string, published: Date): Uint8Array {
  const compiler = NodeCompiler.create({workspace, fontArgs: [{fontPaths: fontPaths()}]});
  const compiled = compiler.compile({mainFilePath: join(workspace, 'pack.typ')});
  if (compiled.hasError() || !compiled.result) throw new Error(complaint(compiler, compiled));
  const creationTimestamp = Math.floor(published.getTime() / 1000);
  // Refused with the reason where something in it can't be read aloud.
  return compiler.pdf(compiled.result, {creationTimestamp, pdfStandard: 'ua-1'});
}

type Compiled = ReturnType<NodeCompiler['compile']>;

function complaint(compiler: NodeCompiler, compiled: Compiled): string {
  const diagnostics = compiled.takeDiagnostics();
  const details = diagnostics ? compiler.fetchDiagnostics(diagnostics) : [];
  return `pack.typ does not compile: ${JSON.stringify(details)}`;
}

/** Typst reads static fonts only; the web's variable ones are no use to it. */
function fontPaths(): string[] {
  const require = createRequire(import.meta.url);
  const inter = dirname(require.resolve('@expo-google-fonts/inter/package.json'));
  const serif = dirname(require.resolve('@expo-google-fonts/source-serif-4/package.json'));
  const weights = ['400Regular', '500Medium', '600SemiBold'];
  return [inter, serif].flatMap((folder) => weights.map((weight) => join(folder, weight)));
}
