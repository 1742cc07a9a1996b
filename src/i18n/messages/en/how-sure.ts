/** How sure a ranking is: rank intervals, the weakest link, the weight of each source, and what the sampling may have done. */
export const howSure = {
  'sure.cut.all': 'All links',
  'sure.cut.without-tentative': 'Without tentative links',
  'sure.cut.confirmed': 'Confirmed links only',
  'sure.cut.graded-middling': 'Links with a source graded middling or better',
  'sure.cut.graded-strong': 'Links with a source graded strong or better',
  'sure.cut.about':
    'Graded: at least one source supports the link whose source and information are both graded so. What nobody could judge, and what has no grade, is below either.',
  'sure.leads.only': '{{who}} leads in this ranking only over: {{cuts}}. Not over: {{others}}.',
  'sure.leads.shared_one': '{{who}} shares the first place in this ranking only over: {{cuts}}. Not over: {{others}}.',
  'sure.leads.shared_other': '{{who}} share the first place in this ranking only over: {{cuts}}. Not over: {{others}}.',
  'sure.leads.always': '{{who}} leads in this ranking over each of these sets of links.',
  'sure.leads.always-shared': '{{who}} share the first place in this ranking over each of these sets of links.',
  'sure.leads.always-or-shared':
    '{{who}} leads in this ranking, or shares the first place, over each of these sets of links.',
  'sure.leads.nobody': 'Nobody leads in this ranking over all links: all are equal, or there is nobody.',

  'sure.warning.target-bias':
    '{{who}} may look central because of being watched: of the links of this entity {{links}} of {{of}} rest only on sources that follow it.',
  'sure.warning.targets-on-top':
    'Those who are watched may look central: a source of its own follows {{targets}} of the {{top}} who lead, and {{allTargets}} of all {{of}} in this scope.',
  'sure.warning.unwatched':
    'Followed by no source of their own: {{nodes}} of {{of}}. They may look peripheral because nobody asked for their records.',
  'sure.warning.isolates': 'Without a link in this scope: {{nodes}} of {{of}}.',
  'sure.warning.few-sources': 'The links of this scope rest on few sources: {{sources}}.',
  'sure.warning.one-source': 'Links that rest on one source alone ({{source}}): {{links}} of {{of}}.',
  'sure.warning.single-source': 'Links that rest on a single source each: {{links}} of {{of}}.',
  'sure.warning.unsourced': 'Links that name no source: {{links}} of {{of}}.',
  'sure.warning.undated': 'Links without a date: {{links}} of {{of}}.',
  'sure.warning.censored-window':
    'Dated links that begin or end at the very edge of the observed time: {{links}} of {{of}}. What came before or after is not seen.',
  'sure.warning.scope-edge': 'Links that lead out of the scope and do not count: {{links}} of {{of}}.',
  'sure.warning.scope-edge-of':
    'Most links of {{who}} lead out of the scope, {{links}} of {{of}}: what lies there does not count.',

  'sure.source.most':
    'Losing one source changes this ranking most: {{source}} (1 − τ_b = {{change}}; links that rest on it alone: {{links}}).',
  'sure.source.leads': 'Without it this ranking is led by {{who}}.',

  'sure.parameter.resamples': 'Resamples',
  'sure.parameter.seed': 'Seed',
  'sure.parameter.confirmed': 'Confirmed links kept',
  'sure.parameter.unconfirmed': 'Unconfirmed links kept',
  'sure.parameter.tentative': 'Tentative links kept',
  'sure.parameter.source-loss': 'Sources lost',
  'sure.parameter.missing': 'Unobserved links, as a share of those recorded',
  'sure.parameter.model': 'Where unobserved links are thought to lie',
  'sure.parameter.model.triadic': 'Between two who are linked with the same third',
  'sure.parameter.model.degree': 'Towards those who have many links',

  'sure.method.intervals':
    'Rank intervals: in each of {{resamples}} resamples every link is kept with a probability by its strength (confirmed {{confirmed}}, unconfirmed {{unconfirmed}}, tentative {{tentative}}) and the ranking is made anew; the interval runs from the {{low}}th percentile of the first place held to the {{high}}th of the last, equals holding all their places. Probabilities of standing among the first 3, 5, 10 are shares of the resamples (equals share the places left); from {{resamples}} resamples they are sure to about ±{{error}}.',
  'sure.method.assumption':
    'These probabilities are assumptions, not measured error rates. The interval says how far the rank moves under them; it does not say where the true rank lies, for what was never recorded can change more.',
  'sure.method.assumption.set':
    'These probabilities are assumptions, not measured error rates: they say how far the set hangs on them, not how likely it is the right one, for what was never recorded can change more.',
  'sure.method.source-loss':
    'In each resample every source is lost whole with probability {{share}}, and with it the links that rest on lost sources alone.',
  'sure.method.missing.triadic':
    'To each resample unobserved links are added, {{share}} of the recorded pairs, each between two neighbours of an entity drawn by its pairs of neighbours (triadic closure, Rapoport 1953).',
  'sure.method.missing.degree':
    'To each resample unobserved links are added, {{share}} of the recorded pairs, both ends drawn by degree + 1 (after Chung and Lu 2002).',
  'sure.method.missing.none': 'No unobserved links are added.',
  'sure.method.sources':
    'Sources are left out one by one ({{tried}} of them), each with the links that rest on it and no other; the change is 1 − Kendall’s τ_b between the ranking with and without it (0 = same order, 2 = reversed).',
  'sure.method.untried': 'Not left out, as fewer links rest on them alone: {{count}}.',
  'sure.method.agreement':
    'Agreement of two rankings, over the entities that have a value in both: Kendall’s τ_b (Kendall 1945) and Spearman’s ρ of mid-ranks (Spearman 1904); 1 = same order, −1 = reversed.',
  'sure.method.seed': 'Seed {{seed}}.',
  'sure.reason.fewer-than-two': 'fewer than two entities stand in both rankings',
  'sure.reason.all-equal': 'all entities are equal in one of the rankings',
} as const;
