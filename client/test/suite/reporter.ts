/** Writes each result as one line to the console, which is all that every extension host hands on, and the counts last. */
export function LineReporter(runner: Mocha.Runner): void {
  let passed = 0;
  let failed = 0;
  runner.on('suite', (suite) => suite.title && say(`  ${suite.title}`));
  runner.on('pass', (test) => {
    passed += 1;
    say(`    ✓ ${test.title}（${test.duration} ms）`);
  });
  runner.on('fail', (test, error) => {
    failed += 1;
    say(`    ✗ ${test.title}\n${error.stack ?? error.message}`);
  });
  runner.on('end', () => say(`${passed} passed, ${failed} failed`));
}

/** With a mark by which the runner tells these lines from the editor's own. */
export function say(line: string): void {
  console.log(`[planlint] ${line}`);
}
