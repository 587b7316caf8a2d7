import type {Wordings} from '../language.ts';

/** The first sentences of `sql/audits`, which the data notes tell where one fails. */
export const audits: Wordings = {
  'A change dated before its record was opened: the log’s time zone may be another.':
    'Un changement daté d’avant l’ouverture de sa fiche : le fuseau horaire du journal est peut-être un autre.',
  'Every incident that counts is in the fact, and nothing else is.':
    'Tout incident compté est dans la table des faits, et rien d’autre n’y est.',
  'Rows read from a file are rows landed, known already, rejected or skipped for a reason.':
    'Les lignes lues d’un fichier sont intégrées, déjà connues, rejetées ou ignorées pour une raison.',
  'An incident is open on a day as often as its flows up to that day say. Where its times are out of order, the footing of those days keeps the incident as a residual.':
    'Un incident est ouvert un jour donné autant que le disent ses flux jusqu’à ce jour. Si ses dates sont dans le désordre, le compte de ces jours le garde comme écart.',
  'An incident without an opening time can be in no period.':
    'Un incident sans date d’ouverture n’entre dans aucune période.',
  'A resolved incident that no field or history gives a time to is in no figure of resolved ones.':
    'Un incident résolu auquel aucun champ ni historique ne donne de date n’entre dans aucun chiffre des résolus.',
  'What goes into a stage comes out of it: counted on, or left out for a stated reason.':
    'Ce qui entre dans une étape en sort : compté plus loin, ou exclu pour une raison donnée.',
  'An incident whose status no map knows is neither open nor resolved by it.':
    'Un incident dont aucune table ne connaît le statut n’est ni ouvert ni résolu par lui.',
  'An end before its beginning gives no duration.':
    'Une fin antérieure au début ne donne pas de durée.',
};
