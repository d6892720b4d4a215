import type { Report } from '../../core/check.ts';
import type { Box, BoxItem, Span, Table } from '../../core/model.ts';
import { quote } from '../../core/say.ts';
import { overlap } from '../../core/span.ts';
import { chapterOf, sectionFinder } from '../chapters.ts';
import type { Landmark } from '../landmarks.ts';
import { wording } from '../overview.ts';
import { type Block, type Card, excerpt, type Line } from './card.ts';

/** How much is shown of a project, of a text, of a table. */
const LONGEST_PROJECT = 40;
const LONGEST_TEXT = 120;
const MOST_ROWS = 8;

/** What a reference points at: its title, where it is, and what it begins with. */
export function cardOfLandmark(report: Report, landmark: Landmark): Card {
  const { title, box, table } = landmark;
  const chapter = chapterOf(sectionFinder(report.plan)(title));
  const within = chapter && !overlap(chapter.title.span, title) && chapter.level > 1;
  return [
    { line: [{ strong: wording({ span: title }) }, ...(within ? [`　在${wording(chapter.title)}`] : [])] },
    ...(box ? projectsOf(report, box) : table ? rowsOf(table) : openingOf(report, landmark)),
  ];
}

/** The projects of a box, each with what it lacks. */
function projectsOf({ findings }: Report, { heading, items }: Box): Block[] {
  const lacks = findings.filter(({ rule, suppressed }) => rule === 'box-field' && suppressed === undefined);
  const inside = (span: Span) => lacks.filter((finding) => overlap(finding.span, span)).map(({ message }) => message);
  const projects = items.filter(({ name, certain }) => name || certain);
  const own = inside(heading.span).map((message) => ({ line: [message] }));
  return [...own, ...(projects.length ? [{ list: projects.map((item) => projectOf(item, inside(item.span))) }] : [])];
}

function projectOf({ name, content }: BoxItem, lacks: readonly string[]): Line {
  const said = content ? excerpt(content.span, LONGEST_PROJECT) : '';
  const title = name ? [{ strong: quote(name) }, '：'] : [];
  const missing = lacks.map((message) => message.replace(/^项目“[^”]*”：/, '')).join('；');
  return [...title, said, ...(missing ? [`${said && '　'}（${missing}）`] : [])];
}

/** The first rows, as they are written. */
function rowsOf({ span, rows }: Table): Block[] {
  const lines = span.source.text.slice(span.start, span.end).split(/\r?\n/);
  const more = rows.length - MOST_ROWS;
  return [{ table: lines.slice(0, 2 + MOST_ROWS).join('\n') }, ...(more > 0 ? [{ line: [`另有${more}行`] }] : [])];
}

/** The first sentences behind a title; of a chapter that has none of its own, its parts. */
function openingOf({ plan }: Report, { title, whole, section }: Landmark): Block[] {
  const first = plan.prose.find(({ span }) => overlap(span, whole) && !overlap(span, title));
  const parts = plan.sections.filter(({ parent }) => section && parent === section);
  if (parts.length && first?.section !== section) return [{ list: parts.map((part): Line => [wording(part.title)]) }];
  return first ? [{ line: [excerpt(first.span, LONGEST_TEXT)] }] : [];
}
