import type {DimensionWords} from '../language.ts';

/** What metrics are cut by, by its id. */
export const dimensions: Readonly<Record<string, DimensionWords>> = {
  source: {label: 'source', plural: 'sources'},
  service: {label: 'service', plural: 'services'},
  priority: {label: 'priorité', plural: 'priorités'},
  category: {label: 'catégorie', plural: 'catégories'},
  subcategory: {label: 'sous-catégorie', plural: 'sous-catégories'},
  assignment_group: {label: 'groupe', plural: 'groupes'},
  tier: {label: 'niveau de support', plural: 'niveaux de support'},
  channel: {label: 'canal', plural: 'canaux'},
  location: {label: 'site', plural: 'sites'},
  ci: {label: 'élément de configuration', plural: 'éléments de configuration'},
  resolution_code: {label: 'code de résolution', plural: 'codes de résolution'},
  assignee: {label: 'intervenant', plural: 'intervenants'},
  status: {label: 'statut', plural: 'statuts'},
  is_major: {label: 'incident majeur', plural: 'incidents majeurs'},
  opened_weekday: {label: 'jour de la semaine', plural: 'jours de la semaine'},
  opened_hour: {label: 'heure de la journée', plural: 'heures de la journée'},
  opened_shift: {label: 'équipe horaire', plural: 'équipes horaires'},
  resolve_band: {label: 'délai de résolution', plural: 'délais de résolution'},
  age_band: {label: 'ancienneté', plural: 'anciennetés'},
  resolved_at_source: {
    label: 'origine de la date de résolution',
    plural: 'origines de la date de résolution',
  },
  came_back_evidence: {label: 'preuve de la récurrence', plural: 'preuves de la récurrence'},
  sla_policy: {label: 'engagement SLA', plural: 'engagements SLA'},
  sla_disagreement_reason: {
    label: 'raison de la divergence',
    plural: 'raisons de la divergence',
  },
};
