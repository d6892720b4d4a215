import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { desk } from '../../../server/test/cli-run.ts';

interface Matcher {
  readonly severity: string;
  readonly pattern: Readonly<Record<'file' | 'line' | 'column' | 'message' | 'code', number>> & {
    readonly regexp: string;
  };
}

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const matchers: readonly Matcher[] = manifest.contributes.problemMatchers;

/** What the matchers read in a line: severity, file, line, column, message, code. */
function read(line: string): string[] {
  return matchers.flatMap(({ severity, pattern: { regexp, file, line: row, column, message, code } }) => {
    const match = new RegExp(regexp).exec(line);
    return match ? [severity, ...[file, row, column, message, code].map((group) => match[group] ?? '')].join('\t') : [];
  });
}

const draft = `---
规划期: 2026-2030
---

# 青岚市“十五五”卫生健康发展规划

## 第一章 发展目标

表1 主要指标

| 序号 | 指标 | 2025年 | 2030年 | 指标性质 |
|---|---|---|---|---|
| 1 | 居民健康素养水平（%） | 24.5 | 21 | 预期性 |
| 2 | 每千人口床位数（张） | 6.1 | 6.1 | 预期性 |

到2030年，全市床位达到5一8万张 ，见专栏7。
`;

describe('the problem matchers', () => {
  it('read every line that the command line prints, and each in one way', async () => {
    const place = desk();
    try {
      place.write({ '第 1 稿/规划.md': draft });
      const { out } = await place.run(['check', '--format', 'compact']);
      const { files } = await place.check('.');
      const wanted = files.flatMap(({ file, findings }) =>
        findings.map(({ severity, line, column, message, rule }) =>
          [
            severity === 'hint' ? 'info' : severity.replace('information', 'info'),
            file,
            line,
            column,
            message,
            rule,
          ].join('\t'),
        ),
      );
      assert.deepEqual(out.trimEnd().split('\n').flatMap(read), wanted);
      assert.deepEqual([...new Set(wanted.map((one) => one.split('\t')[0]))].sort(), ['error', 'info', 'warning']);
    } finally {
      place.clear();
    }
  });

  it('read nothing else', () => {
    assert.deepEqual(read('共检查1个文件，发现2处问题（错误1处，警告1处）。'), []);
  });
});
