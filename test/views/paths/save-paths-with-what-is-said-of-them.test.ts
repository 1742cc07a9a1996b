import { beforeAll, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { AnalysisDesk } from '#queries/analysis';
import { findPaths, groundOf } from '#queries/paths';
import { NO_FILTER } from '#session/filter';
import { scopeOf } from '../../../src/views/answer-scope.ts';
import type { PathsAnswer } from '../../../src/views/last-paths.ts';
import { answerLines } from '../../../src/views/paths/save-answer.ts';
import { analysisHere, sampleState } from '../../support/analysis-here.ts';

const desk = new AnalysisDesk(analysisHere, 1);
let state: CaseState;
let answer: PathsAnswer;
beforeAll(async () => {
  state = await sampleState();
  const asked = { kind: 'case', chosen: [], chart: undefined, filter: NO_FILTER, events: true } as const;
  const scope = scopeOf(state, asked);
  const found = await findPaths(desk, state, {
    scope,
    revision: 7,
    content: 'in time',
    asked: {
      question: 'time-respecting',
      parameters: {},
      from: ['p02'],
      to: ['p14'],
      arrows: false,
      weights: 'none',
      linkTypes: [],
      strength: 'tentative',
      undated: false,
    },
  });
  if (!found.ok) throw new Error(found.code);
  answer = { result: found.figure, asked, ground: groundOf(state, scope), way: 0 };
}, 60_000);

test('below the paths stand the question, what is said of them, what sure means, and how they were found', () => {
  const lines = answerLines(state, answer);
  const gap = lines.findIndex((line) => line.length === 0);
  expect(gap).toBeGreaterThan(1);
  for (const line of lines.slice(0, gap)) expect(line).toHaveLength(lines[0]!.length);
  const notes = lines.slice(gap + 1).flat();
  expect(notes[0]).toBe('Could something have passed from one to the other in time?');
  expect(notes.join('\n')).toMatch(/undated links left out/);
  expect(notes.join('\n')).toMatch(/Sure asks for one chain of links/);
  expect(notes.at(-2)).toContain('What was not reported is not here');
  // Of which case it is, and how that is marked.
  expect(notes.at(-1)).toBe(
    'Case: Blue Kestrel · BK/2026 · RESTRICTED · invented training material · Everything in this case is invented.',
  );
});

test('the file says that the case has changed since, where a link has gone', () => {
  const gone = new Set(answer.result.links);
  const later = CaseState.of(
    (['case', 'chart', 'source', 'entity', 'link', 'statement'] as const)
      .flatMap((kind) => [...state.allOf(kind)])
      .filter((r) => !gone.has(r.id)),
  );
  expect(answerLines(later, answer).flat()).toContain('Worked out at change 7; the case has changed since.');
  expect(answerLines(state, answer).flat().join('\n')).not.toContain('has changed since');
});
