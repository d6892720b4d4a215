import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { score } from './score.ts';

const folder = fileURLToPath(new URL('./unseen/', import.meta.url));

/**
 * Ten plans of invented places, written with their answer keys by people who had seen neither the rules' code nor a real
 * plan of the corpus, and frozen. docs/architecture.md has the first score and the last.
 */
describe('plans that nobody tuned for', () => {
  const scores = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => score(folder + name, folder + name.replace(/\.md$/, '.json')));
  const sum = (pick: (each: (typeof scores)[number]) => number) => scores.reduce((all, each) => all + pick(each), 0);
  const notes = scores.flatMap((each) => each.notes).join('\n');

  it('lose at most one planted defect in ten', () => {
    assert.ok(scores.length >= 10);
    const recall = sum(({ found }) => found) / sum(({ must }) => must);
    assert.ok(recall >= 0.9, `recall ${recall.toFixed(3)}\n${notes}`);
  });

  it('get at most one false alarm in twenty findings', () => {
    const precision = sum(({ right }) => right) / sum(({ findings }) => findings);
    assert.ok(precision >= 0.95, `precision ${precision.toFixed(3)}\n${notes}`);
  });
});
