import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Outcome } from '../src/cli/reporters/json.ts';
import { built } from './lsp-editor.ts';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder with these files in it, for as long as a test runs, and the built command line run there. */
export interface Desk {
  readonly folder: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  run(args: readonly string[], input?: string | Uint8Array, env?: NodeJS.ProcessEnv): Promise<Ran>;
  /** What `--format json` says. */
  check(...args: readonly string[]): Promise<Outcome>;
  clear(): void;
}

export function desk(folder = mkdtempSync(join(tmpdir(), 'planlint-'))): Desk {
  const run: Desk['run'] = async (args, input = '', env = {}) => {
    const cli = await built('cli.js');
    const { NODE_EXTRA_CA_CERTS: _, FORCE_COLOR: __, ...rest } = process.env;
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { ...rest, ...env } });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const texts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (part) => {
      texts.out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part) => {
      texts.err += part;
    });
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { status, ...texts };
  };
  return {
    folder,
    run,
    async check(...args) {
      const { out, err } = await run(['check', '--format', 'json', '--fail-on', 'never', ...args]);
      if (!out) throw new Error(err);
      return JSON.parse(out);
    },
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** An invented plan with three mistakes: a target that falls, one value told in two ways, a project without content. */
export const draft = `---
标题: 澄湖市“十四五”卫生健康发展规划
规划期: 2021-2025
---

# 澄湖市“十四五”卫生健康发展规划

## 第一章 发展基础

2020年，全市婴儿死亡率为2.70‰，人均预期寿命达到77.6岁。

## 第二章 主要指标

表1 澄湖市主要指标

| 序号 | 指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|
| 1 | 人均预期寿命（岁） | 77.6 | 76.9 | 预期性 |
| 2 | 婴儿死亡率（‰） | 3.55 | 3.2 | 预期性 |

## 第三章 主要任务

> **专栏1 公共卫生能力提升项目**
>
> **疾控中心建设项目**：新建业务用房8000平方米。
>
> **急救网络建设项目**：
`;

/** The line, from 1, on which a text stands in the draft. */
export function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
