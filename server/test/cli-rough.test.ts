import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, desk, draft } from './cli-run.ts';
import { built } from './lsp-editor.ts';

/** A draft in which there is a lot to say, so that what is said of a few of them fills a pipe. */
const talkative = `${draft}\n${Array.from({ length: 60 }, (_, index) => `> **专栏${index + 3} 建设项目**\n>\n> **项目${index}**：\n`).join('\n')}`;

describe('the command line on rough ground', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  const start = async (...args: string[]) => {
    const child = spawn(process.execPath, [await built('cli.js'), ...args], { cwd: at.folder });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (part) => {
      err += part;
    });
    return { child, ended: once(child, 'close'), err: () => err };
  };

  it('gives its verdict all the same when its reader goes away', async () => {
    at.write(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.md`, talkative])));
    const { child, ended, err } = await start('check', '--format', 'json');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    assert.deepEqual(await ended, [1, null]);
    assert.equal(err(), '');
  });

  it('checks the rest when a draft is lost on the way, and says which was', async () => {
    at.write(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index + 10}.md`, talkative])));
    const { child, ended, err } = await start('check', '--format', 'json', '--threads', '1');
    // The pipe is full: until somebody reads on, the last draft is not reached.
    await once(child.stdout, 'readable');
    rmSync(join(at.folder, '39.md'));
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      out += part;
    });
    assert.deepEqual(await ended, [2, null]);
    assert.equal(err(), '无法读取“39.md”，请检查文件是否还在、有无读取权限；此次未检查\n');
    assert.equal(JSON.parse(out).files.length, 29);
  });

  it('ends at once, without a word, when it is interrupted', async () => {
    at.write(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.md`, talkative])));
    const { child, ended, err } = await start('check', '--format', 'json');
    await once(child.stdout, 'readable');
    child.kill('SIGINT');
    assert.deepEqual([await ended, err()], [[null, 'SIGINT'], '']);
  });

  it('is not led in circles by links', async () => {
    at.write({ '稿 件/第一 章.md': draft });
    symlinkSync('..', join(at.folder, '稿 件/回环'));
    symlinkSync('自己.md', join(at.folder, '稿 件/自己.md'));
    const { files } = await at.check('稿 件');
    assert.deepEqual(
      files.map(({ file }) => file),
      ['稿 件/第一 章.md'],
    );
    const named = await at.run(['check', '稿 件/自己.md']);
    assert.deepEqual([named.status, named.err], [2, '找不到“稿 件/自己.md”，请检查路径\n']);
  });

  it('finds the one draft among 20,000 small files', async () => {
    const folders = Array.from({ length: 100 }, (_, index) => `说明/${index}`);
    for (const folder of folders) mkdirSync(join(at.folder, folder), { recursive: true });
    at.write(
      Object.fromEntries(
        folders.flatMap((folder) =>
          Array.from({ length: 200 }, (_, index) => [`${folder}/${index}.md`, '# 说明\n\n无。\n']),
        ),
      ),
    );
    at.write({ '说明/50/规划.md': draft });
    const { out, err, status } = await at.run(['check', '--format', 'compact']);
    assert.deepEqual([status, err], [1, '']);
    const places = out.trimEnd().split('\n');
    assert.equal(places.length, 3);
    for (const place of places) assert.match(place, /^说明\/50\/规划\.md:/);
  });
});
