import { boxFields } from './box-fields.ts';
import { cells } from './cells.ts';
import { comments } from './comments.ts';
import { frontMatter } from './front-matter.ts';
import { names } from './names.ts';
import { lineAround, type Proposal, type Scene } from './proposal.ts';
import { references } from './references.ts';
import { templates } from './templates.ts';

/** What may be written at an offset, the likeliest first. The first place that knows itself decides what is fit there. */
export function proposalsAt(place: Omit<Scene, 'before' | 'after'>): readonly Proposal[] {
  const scene: Scene = { ...place, ...lineAround(place.source, place.offset) };
  if (!scene.draft) return frontMatter(scene) ?? [];
  return (
    comments(scene) ??
    frontMatter(scene) ??
    cells(scene) ??
    boxFields(scene) ??
    references(scene) ?? [...names(scene), ...templates(scene)]
  );
}
