import type { EntityTypeId } from '#domain/entity-types/index';
import type { IdentifierKind } from '#domain/identifiers/identifier-kind';
import type { RowReport, WarningCode } from '../row-report.ts';
import { oddities } from '../values/oddities.ts';
import { EntityDraft } from './entity-draft.ts';
import { type ExamineIdentifier, type ExistingEntity, ExistingIndex, labelIdentifier, nameKey } from './existing.ts';

interface Place {
  readonly row: number;
  readonly line: number;
}

/** A choice of the analyst: this entity of the file is that one of the case, or none of them. */
export type MatchDecisions = ReadonlyMap<string, string | 'new'>;

/** All entities a file speaks of, in the order of their first row; spellings of one name meet in one draft. */
export class EntityRegister {
  readonly drafts: EntityDraft[] = [];
  readonly #byText = new Map<string, EntityDraft>();
  readonly #byKey = new Map<string, EntityDraft>();
  readonly #examined = new Map<string, { normal: string; odd: readonly WarningCode[] }>();
  readonly #examine: ExamineIdentifier;
  readonly #report: RowReport;

  constructor(examine: ExamineIdentifier, report: RowReport) {
    this.#examine = examine;
    this.#report = report;
  }

  /** The entity an end of a link names. */
  end(type: EntityTypeId, text: string, at: Place, column: string): EntityDraft {
    const exact = `${type}\u0000${text}`;
    let draft = this.#byText.get(exact);
    if (!draft) {
      const kind = labelIdentifier(type);
      const key = kind ? `${type}#${kind}:${this.normal(kind, text, at, column)}` : nameKey(type, text);
      draft = this.#byKey.get(key);
      if (!draft) {
        draft = this.#make(key, type, text, at, column);
        this.#byKey.set(key, draft);
      } else if (kind === undefined && draft.label !== text) {
        // One name in two spellings: one entity, both spellings kept, and said.
        draft.aliases.add(text);
        this.#report.warn(at, 'label.twin', column, text);
      }
      this.#byText.set(exact, draft);
    }
    draft.seen(at.row);
    return draft;
  }

  /** The entity of a row of its own; rows meet only in an identifier. */
  row(type: EntityTypeId, label: string, identifiers: readonly string[], at: Place, column: string): EntityDraft {
    for (const id of identifiers) {
      const known = this.#byKey.get(`${type}#${id}`);
      if (!known) continue;
      known.seen(at.row);
      if (known.label !== label) {
        known.aliases.add(label);
        this.#report.warn(at, 'label.twin', column, label);
      }
      for (const other of identifiers) this.#byKey.set(`${type}#${other}`, known);
      return known;
    }
    const name = nameKey(type, label);
    const first = this.#byText.get(name);
    const draft = this.#make(
      first ? `${name}#${at.row}` : identifiers[0] ? `${type}#${identifiers[0]}` : name,
      type,
      label,
      at,
      column,
    );
    if (first) this.#report.warn(at, 'label.twin', column, label);
    else this.#byText.set(name, draft);
    for (const id of identifiers) this.#byKey.set(`${type}#${id}`, draft);
    draft.seen(at.row);
    return draft;
  }

  /** Normal form of an identifier, warned of once per text. */
  normal(kind: IdentifierKind, text: string, at: Place, column: string): string {
    const key = `${kind}\u0000${text}`;
    let known = this.#examined.get(key);
    if (!known) {
      const { normal, findings } = this.#examine(kind, text);
      const odd: WarningCode[] = findings.some((f) => f.level === 'warn') ? ['identifier.check'] : [];
      if (kind === 'phone' && /^[1-9]\d{7,9}$/.test(text.replace(/[\s().-]/g, '')))
        odd.push('identifier.no-leading-zero');
      known = { normal, odd };
      this.#examined.set(key, known);
      for (const code of odd) this.#report.warn(at, code, column, text);
    }
    return known.normal;
  }

  #make(key: string, type: EntityTypeId, label: string, at: Place, column: string): EntityDraft {
    const draft = new EntityDraft(key, type, label);
    this.drafts.push(draft);
    for (const code of oddities(label)) this.#report.warn(at, code, column, label);
    const first = label.charCodeAt(0);
    if (first === 0x3d || first === 0x40 || ((first === 0x2b || first === 0x2d) && !/^[+-][\d\s().-]+$/.test(label)))
      this.#report.warn(at, 'text.formula', column, label);
    return draft;
  }

  /**
   * Lays the drafts over the entities of the case: by identifier first, then by type and name. Where several fit,
   * none is taken and all are named. Two rows of one name never become one known entity by name alone.
   */
  match(existing: readonly ExistingEntity[], decisions: MatchDecisions): void {
    const index = new ExistingIndex(existing, this.#examine);
    const byId = new Map(existing.map((e) => [e.id, e]));
    const names = new Map<string, number>();
    for (const d of this.drafts) {
      const key = nameKey(d.type, d.label);
      names.set(key, (names.get(key) ?? 0) + 1);
    }
    const taken = new Set<ExistingEntity>();
    for (const draft of this.drafts) {
      const decision = decisions.get(draft.key);
      if (decision === 'new') continue;
      const decided = decision === undefined ? undefined : byId.get(decision);
      if (decided) this.#settle(draft, decided, 'decision', taken);
      else this.#matchOne(draft, index, names, taken);
    }
  }

  #matchOne(
    draft: EntityDraft,
    index: ExistingIndex,
    names: ReadonlyMap<string, number>,
    taken: Set<ExistingEntity>,
  ): void {
    const found = new Set<ExistingEntity>();
    for (const [kind, normal] of this.identifiersOf(draft)) {
      for (const e of index.byIdentifier(kind, normal)) if (e.type === draft.type) found.add(e);
    }
    const [one] = found;
    if (one && found.size === 1) {
      this.#settle(draft, one, 'identifier', taken);
      return;
    }
    if (found.size > 1) {
      draft.candidates = [...found];
      return;
    }
    const key = nameKey(draft.type, draft.label);
    const named = new Set(index.byName(key));
    for (const alias of draft.aliases) for (const e of index.byName(nameKey(draft.type, alias))) named.add(e);
    const [same] = named;
    if (!same) return;
    if (named.size === 1 && (names.get(key) ?? 0) === 1 && !taken.has(same)) this.#settle(draft, same, 'label', taken);
    else draft.candidates = [...named];
  }

  #settle(
    draft: EntityDraft,
    existing: ExistingEntity,
    via: 'identifier' | 'label' | 'decision',
    taken: Set<ExistingEntity>,
  ): void {
    draft.existing = existing;
    draft.via = via;
    draft.id = existing.id;
    taken.add(existing);
  }

  readonly #identifiers = new Map<EntityDraft, Map<string, readonly [IdentifierKind, string]>>();

  /** Remembers an identifier stated of an entity. */
  identify(draft: EntityDraft, kind: IdentifierKind, normal: string): void {
    let list = this.#identifiers.get(draft);
    if (!list) {
      list = new Map();
      this.#identifiers.set(draft, list);
    }
    list.set(`${kind}:${normal}`, [kind, normal]);
  }

  *identifiersOf(draft: EntityDraft): Generator<readonly [IdentifierKind, string]> {
    const own = labelIdentifier(draft.type);
    if (own) {
      const known = this.#examined.get(`${own}\u0000${draft.label}`);
      yield [own, known?.normal ?? this.#examine(own, draft.label).normal];
    }
    yield* this.#identifiers.get(draft)?.values() ?? [];
  }
}
