import { makeWorkshop } from '#journal/make.ts';
import type { Draft } from '#journal/keep.ts';
import { planOf } from '#sync/plan.ts';
import type { About } from '#workshop/changes.ts';
import { newId } from '#workshop/entry.ts';
import type { Carried, FollowChange, Source } from '#workshop/follow-changes.ts';
import type { Plan } from '#workshop/plan.ts';
import type { Replay } from '#workshop/replay.ts';
import { lastTime, promisesOf, seriesOf, type Open } from '#workshop/series.ts';
import { themesOf } from '#workshop/themes.ts';
import { headIds } from '#workshop/versions.ts';
import { agenda } from '#workshop/workshop.ts';
import { adoptedRules, openActivity } from '../activity.ts';
import { sendToWorkshop } from '../workshops.ts';
import { becameOf } from './Outcome.tsx';
import { allSaid, sameSource } from './sayings.ts';

/** What may go on to a next session. */
export type Offered = {
  parts: number;
  rules: number;
  themes: string[];
  promises: Open[];
  pledges: { id: string; carried: Carried }[];
};
export type Wanted = {
  plan: boolean;
  rules: boolean;
  themes: boolean;
  promises: boolean;
  pledges: boolean;
  notes: readonly Source[];
};

/** What this session has for a next one. Of pledges only those whose makers chose a day to look at them again. */
export function offeredBy(id: string, replay: Replay): Offered {
  const own = allSaid(replay).flatMap(({ activity, sayings }) =>
    sayings.flatMap(({ id: entry, row, by = '', again }) => {
      if (!again) return [];
      return [
        {
          id: entry,
          carried: carriedRow('pledge', { workshop: id, activity, entry }, { row, who: by, by: again }),
        },
      ];
    }),
  );
  const { follow } = replay.workshop;
  // One that was not done yet, or that nobody said anything of, is still somebody's to come back to.
  const before = lastTime(follow).flatMap((one) => {
    const { id: pledge, left: _, ...carried } = one;
    const last = follow.lookedAt[pledge]?.at(-1)?.how ?? 'not-yet';
    return one.as === 'pledge' && last === 'not-yet' ? [{ id: pledge, carried }] : [];
  });
  return {
    parts: agenda(replay.workshop).length,
    rules: adoptedRules(replay).length,
    themes: themesOf(replay.workshop),
    promises: promisesOf(id, replay.workshop),
    pledges: [...own, ...before],
  };
}

type Saying = {
  row: {
    phrase: Carried['words'];
    symbols?: string[];
    drawing?: Carried['drawing'];
    photo?: string;
    voice?: string;
  };
  who: string;
  by: string;
};

function carriedRow(as: Carried['as'], from: Carried['from'], { row, who, by }: Saying): Carried {
  const { phrase, symbols, drawing, photo, voice } = row;
  const { plain, easy, symbol } = phrase;
  return {
    as,
    from,
    words: { plain, easy, symbol },
    who,
    by,
    ...(symbols ? { symbols } : {}),
    ...(drawing ? { drawing } : {}),
    ...(photo ? { photo } : {}),
    ...(voice ? { voice } : {}),
  };
}

/** The rules that the group has, each activity of them as the next session starts with it. */
function carriedRules(replay: Replay) {
  return agenda(replay.workshop).flatMap(({ id }, place) => {
    const opened = openActivity(replay, id);
    const carried = opened?.kind.carry?.(opened.setup, opened.state);
    if (!opened || !carried) return [];
    return [{ id, place, kind: opened.kind.name, heading: opened.kind.heading(opened.setup), ...carried }];
  });
}

type Made = { id: string; replay: Replay; wanted: Wanted; about: About; series: string };

/** Makes the next session of a series and tells its id. Both sessions then belong to the series called `series`. */
export async function makeNext({ id, replay, wanted, about, series }: Made): Promise<string> {
  const member = seriesOf(replay.workshop);
  const name = member?.name ?? series.trim();
  const key = member?.series ?? newId();
  // What it goes on from comes first: a next session without a series would be lost to it.
  if (!member)
    await sendToWorkshop(
      id,
      [{ type: 'put-in-series', series: key, name, after: '' }],
      headIds(replay.workshop.follow.series),
    );
  const rules = wanted.rules ? carriedRules(replay) : [];
  const plan = planFor(replay, wanted.plan, rules);
  const offered = offeredBy(id, replay);
  const said = allSaid(replay);
  const notes = wanted.notes.flatMap((source) => {
    const part = said.find(({ activity }) => activity === source.activity);
    const found = part?.sayings.find((one) =>
      sameSource(source, { activity: source.activity, entry: one.id }),
    );
    if (!found) return [];
    const { row, by = '' } = found;
    return [
      { id: found.id, carried: carriedRow('note', { ...source, workshop: id }, { row, who: by, by: '' }) },
    ];
  });
  const carried = [
    ...(wanted.promises ? offered.promises : []),
    ...(wanted.pledges ? offered.pledges : []),
    ...notes,
  ].map(({ id: one, carried: what }): FollowChange => ({ type: 'carried-over', carried: one, ...what }));
  const themed: FollowChange[] =
    wanted.themes && offered.themes.length > 0 ? [{ type: 'themed', themes: offered.themes }] : [];
  // What became of it is told to the next session too, which may stand on a tablet where this one is not.
  const became = wanted.promises
    ? offered.promises.flatMap(({ id: one, outcomes }) => outcomes.map((outcome) => becameOf(one, outcome)))
    : [];
  return makeWorkshop({ ...plan, about }, replay.workshop.template, (activities) => [
    { activity: '', body: { type: 'put-in-series', series: key, name, after: id } satisfies FollowChange },
    ...[...themed, ...carried, ...became].map((body): Draft => ({ activity: '', body })),
    ...rules.flatMap((rule, place): Draft[] => {
      const activity = activities[wanted.plan ? rule.place : place] ?? '';
      const from = { workshop: id, activity: rule.id, entry: '' };
      const { plain, easy, symbol } = rule.heading;
      const words = { plain, easy, symbol };
      const brought: FollowChange = {
        type: 'carried-over',
        carried: activity,
        as: 'rules',
        from,
        words,
        who: '',
        by: '',
        activity,
      };
      return [{ activity: '', body: brought }, ...rule.changes.map((body): Draft => ({ activity, body }))];
    }),
  ]);
}

/** The same agenda with the group's rules in it; without the agenda only the rules. */
function planFor(replay: Replay, whole: boolean, rules: ReturnType<typeof carriedRules>): Plan {
  const plan = planOf(replay);
  if (!whole) return { ...plan, activities: rules.map(({ kind, setup }) => ({ kind, setup })) };
  return {
    ...plan,
    activities: plan.activities.map((one, place) => {
      const rule = rules.find((other) => other.place === place);
      return rule ? { kind: rule.kind, setup: rule.setup } : one;
    }),
  };
}
