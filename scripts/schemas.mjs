// Compiles every schemas/*.schema.json into server/src/generated/<name>.js with its types: no schema is compiled, and no code
// made, while the checker starts (some web hosts refuse `new Function`). Run before build, lint and test.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const folder = new URL('server/src/generated/', root);

const types = `import type { ErrorObject } from 'ajv';
declare const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null };
export default validate;
`;

/** Writes the validators; gives their names. */
export async function compileSchemas() {
  const files = (await readdir(new URL('schemas/', root))).filter((file) => file.endsWith('.schema.json'));
  await mkdir(folder, { recursive: true });
  for (const file of files) {
    const schema = JSON.parse(await readFile(new URL(`schemas/${file}`, root), 'utf8'));
    const Kind = schema.$schema?.includes('2020-12') ? Ajv2020.default : Ajv.default;
    const ajv = new Kind({ allErrors: true, strict: false, verbose: true, code: { source: true, esm: true } });
    const source = standaloneCode.default(ajv, ajv.compile(schema));
    // The generated module still requires ajv's runtime helpers: bundled, it stands alone in every host.
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: fileURLToPath(root), loader: 'js' },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['main'],
      write: false,
    });
    const name = file.replace('.schema.json', '');
    await writeFile(new URL(`${name}.js`, folder), outputFiles[0].text);
    await writeFile(new URL(`${name}.d.ts`, folder), types);
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileSchemas();
