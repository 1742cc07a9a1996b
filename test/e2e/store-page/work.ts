import type { CommitRequest, OpenCase, Store } from '#store/index';

const author = { initials: 'KH', unit: 'Test' };

const person = (id: string, label: string) => ({ id, kind: 'entity', type: 'person', label }) as const;

function label(id: string, text: string): CommitRequest {
  return {
    command: 'label',
    author,
    plan: (state) => {
      const before = state.entity(id) ?? null;
      return {
        steps: [{ id, before, after: before ? { ...before, label: text } : person(id, text) }],
        payload: { id },
      };
    },
  };
}

function many(from: number, count: number): CommitRequest {
  const steps = Array.from({ length: count }, (_, i) => ({
    id: `m${from + i}`,
    before: null,
    after: person(`m${from + i}`, 'many'),
  }));
  return { command: 'many', author, plan: () => ({ steps, payload: { count } }) };
}

/** The case of this device, made when there is none. */
export async function theCase(store: Store): Promise<OpenCase> {
  const [listed] = await store.listCases();
  const made = listed
    ? listed.localId
    : (
        await store.createCase({
          command: 'create-case',
          author,
          steps: [
            {
              id: 'case',
              before: null,
              after: { id: 'case', kind: 'case', caseId: 'kill', title: 'Kill', zone: 'UTC', stages: [] },
            },
          ],
          payload: {},
        })
      ).localId;
  if (!made) throw new Error('the case could not be made');
  const opened = await store.openCase(made);
  if (!opened.ok) throw new Error(`${opened.code} ${JSON.stringify(opened)}`);
  return opened.case;
}

/** One act: mostly small edits, now and then an undo, a redo, a big paste, a staged import, a snapshot. */
export async function act(store: Store, here: OpenCase, n: number): Promise<void> {
  const first = here.head.seq * 1000;
  if (n % 47 === 11) await here.commit(many(first, 210));
  else if (n % 61 === 17) {
    const stage = await store.beginStage(here.localId);
    for (let i = 0; i < 2; i++) {
      const steps = Array.from({ length: 300 }, (_, k) => person(`s${first}-${i}-${k}`, 'staged'));
      await stage.add(steps.map((p) => ({ id: p.id, before: null, after: p })));
    }
    await here.commitStaged(await stage.seal(), { command: 'import', author, payload: {} });
    stage.release();
  } else if (n % 13 === 7) await here.undo(author);
  else if (n % 13 === 8) await here.redo(author);
  else if (n % 29 === 5) await here.snapshot();
  else await here.commit(label(`e${n % 40}`, `name ${n}`));
}
