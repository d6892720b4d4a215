import { buffer } from 'node:stream/consumers';
import colors from 'picocolors';
import supportsHyperlinks from 'supports-hyperlinks';
import { run } from './cli/run.ts';

// Whoever reads the output may stop before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const ended = run(process.argv.slice(2), {
  folder: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  progress: process.stderr.isTTY && process.env.TERM !== 'dumb' ? (text) => process.stderr.write(text) : undefined,
  // The one locale that writes a day as ISO 8601 does, in the user's own time zone.
  today: () => new Date().toLocaleDateString('sv-SE'),
  stdin: () => buffer(process.stdin),
  colors: colors.isColorSupported && process.stdout.isTTY === true,
  links: process.stdout.isTTY === true && colors.isColorSupported && supportsHyperlinks.stdout,
  width: process.stdout.columns ?? 100,
  // Beside the bundle, or in the sources.
  pages: [new URL('./rules/', import.meta.url), new URL('./core/rules/', import.meta.url)],
  templates: [new URL('./templates/', import.meta.url), new URL('../../templates/', import.meta.url)],
  thread: new URL('./thread.js', import.meta.url),
  script: new URL(import.meta.url),
});
ended.then((status) => {
  process.exitCode = status;
});
