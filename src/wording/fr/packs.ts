import type {Wordings} from '../language.ts';

/** What only packs say. */
export const packs: Wordings = {
  '{0} · version {1} · inputs {2}': '{0} · version {1} · entrées {2}',
  'Restated since version {0}': 'Chiffres révisés depuis la version {0}',
  'Version {0} · build {1} · inputs {2}': 'Version {0} · données {1} · entrées {2}',
  'None.': 'Aucun.',
  'Restated since the version before:': 'Chiffres révisés depuis la version précédente :',
  of: 'sur',
  Contents: 'Sommaire',
  'Why:': 'Raison :',
};
