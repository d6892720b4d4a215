import draft from '../../presets/draft.json' with { type: 'json' };
import recommended from '../../presets/recommended.json' with { type: 'json' };
import strict from '../../presets/strict.json' with { type: 'json' };
import agriculture from '../../presets/农业农村.json' with { type: 'json' };
import health from '../../presets/卫生健康.json' with { type: 'json' };
import economy from '../../presets/国民经济和社会发展.json' with { type: 'json' };
import education from '../../presets/教育.json' with { type: 'json' };
import ecology from '../../presets/生态环境.json' with { type: 'json' };

/** What begins the name of everything that a configuration may name without a file. */
export const BUILT_IN = 'planlint:';

/** The configurations that one may extend by name. */
export const presets: Readonly<Record<string, object>> = {
  [`${BUILT_IN}recommended`]: recommended,
  [`${BUILT_IN}strict`]: strict,
  [`${BUILT_IN}draft`]: draft,
  [`${BUILT_IN}国民经济和社会发展`]: economy,
  [`${BUILT_IN}卫生健康`]: health,
  [`${BUILT_IN}教育`]: education,
  [`${BUILT_IN}生态环境`]: ecology,
  [`${BUILT_IN}农业农村`]: agriculture,
};
