import type {Wordings} from '../language.ts';

/** The blocks of the weekly and monthly page, but for the titles that state a finding. */
export const blocks: Wordings = {
  // Key figures
  'The week against its own history': 'La semaine face à son historique',
  'The month against its own history': 'Le mois face à son historique',
  'This week': 'Cette semaine',
  'This month': 'Ce mois-ci',
  'Usual is what each figure’s own history allows (XmR limits; the grey band, where drawn).':
    'Habituel : ce que permet l’historique de chaque indicateur (limites XmR ; bande grise, là où elle est tracée).',
  'Some ranges rest on fewer than 13 periods and are a first guess.':
    'Certaines plages reposent sur moins de 13 périodes : ce sont de premières estimations.',
  'Figures that can’t be cut by the chosen filters are left out.':
    'Les indicateurs que les filtres choisis ne peuvent pas découper sont omis.',
  'Provisional: the figure may still move, because too many of its incidents are open, or because what it waits for can still happen.':
    'Provisoire : le chiffre peut encore bouger, parce que trop de ses incidents sont ouverts ou que ce qu’il attend peut encore se produire.',
  // Trends
  '{0} {1}: {2} in {3}, {4}': '{0} {1} : {2} en {3}, {4}',
  'Too few periods for a usual range.': 'Trop peu de périodes pour une plage habituelle.',
  'Usual range {0} around {1}, from {2}, a first guess.':
    'Plage habituelle {0} autour de {1}, d’après {2}, première estimation.',
  'Usual range {0} around {1}, from {2}.': 'Plage habituelle {0} autour de {1}, d’après {2}.',
  ' It starts anew on {0}: {1}.': ' Elle recommence au {0} : {1}.',
  // Comparisons
  '{0}, by {1}': '{0}, par {1}',
  '{0}, by {1}, {2} ● and {3} ○': '{0}, par {1}, {2} ● et {3} ○',
  '{0}, with 95 % interval': '{0}, avec intervalle à 95 %',
  'Nothing open is past its target.': 'Aucun incident ouvert n’est hors délai.',
  'Open and already past target: ': 'Ouverts et déjà hors délai : ',
  'By {0}, {1}': 'Par {0}, {1}',
  'By {0}, {1}, still running': 'Par {0}, {1}, période en cours',
  '{0} of {1} {2}.': '{0} sur {1} {2}.',
  // Distribution and heat map
  'Incidents by time to resolve, bands that double, {0}':
    'Incidents par délai de résolution, par tranches qui doublent, {0}',
  'Time to resolve': 'Délai de résolution',
  Share: 'Part',
  'under {0}': 'moins de {0}',
  '{0} with impossible times are left out.':
    '{0} {0?incident|incidents} aux horodatages impossibles {0?est exclu|sont exclus}.',
  '{0} by hour and weekday, {1}, {2}, times in {3}':
    '{0} par heure et jour de la semaine, {1}, {2}, heures en {3}',
  Weekday: 'Jour',
  '{0}, all hours': '{0}, toutes heures',
  'Busiest hour': 'Heure la plus chargée',
  // Flow and footing
  'Opened, resolved and backlog': 'Ouverts, résolus et stock',
  'The account of {0}: open at the start, what came in, what went out, open at the end':
    'Le compte, {0} : ouverts au début, entrées, sorties, ouverts à la fin',
  'The account of every {0}, newest first':
    'Le compte de chaque période, de la plus récente à la plus ancienne',
  Priority: 'Priorité',
  All: 'Total',
  'Residual 0: start + in − out = end.': 'Écart 0 : début + entrées − sorties = fin.',
  'Residual: {0}. ': 'Écart : {0}. ',
  'Data quality': 'Qualité des données',
  'Open at start': 'Ouverts au début',
  '+\u00a0Opened': '+\u00a0Ouvertures',
  '+\u00a0Reopened': '+\u00a0Réouvertures',
  '−\u00a0Resolved': '−\u00a0Résolutions',
  '−\u00a0Reopened since': '−\u00a0Rouverts depuis',
  '−\u00a0Cancelled': '−\u00a0Annulations',
  'Open at end': 'Ouverts à la fin',
  Residual: 'Écart',
  'from {0}': 'à partir du {0}',
  // Ageing and stuck
  'Open incidents by age at the end of the week, {0}':
    'Incidents ouverts par ancienneté à la fin de la semaine, {0}',
  'Open incidents by age at the end of the month, {0}':
    'Incidents ouverts par ancienneté à la fin du mois, {0}',
  Age: 'Ancienneté',
  Open: 'Ouverts',
  'Past target': 'Hors délai',
  '0–2 days': '0–2 jours',
  '2–5 days': '2–5 jours',
  '5–10 days': '5–10 jours',
  '10–30 days': '10–30 jours',
  'over 30 days': 'plus de 30 jours',
  One: 'Un incident',
  'The oldest open incidents at the end of {0}': 'Les plus anciens incidents ouverts fin {0}',
  'The oldest open incidents so far in {0}': 'Les plus anciens incidents ouverts à ce jour, {0}',
  'Open incidents by age so far, {0}': 'Incidents ouverts par âge à ce jour, {0}',
  Incident: 'Incident',
  With: 'En charge',
  Untouched: 'Sans action depuis',
  'All {0} open': 'Les {0} incidents ouverts',
  Nobody: 'Personne',
  'no group': 'aucun groupe',
  'touched since': 'traité après la période',
  // Left out
  Requests: 'Demandes',
  Changes: 'Changements',
  'Other records': 'Autres fiches',
  'Merged into another': 'Fusionnées avec une autre',
  Duplicates: 'Doublons',
  Deleted: 'Supprimées',
  'Children of a major incident': 'Rattachées à un incident majeur',
  'Without an opening time': 'Sans date d’ouverture',
  Cancelled: 'Annulées',
  'Still open': 'Encore ouvertes',
  'Resolved without a time': 'Résolues sans date',
  'Without the time that dates it': 'Sans la date qui les situe',
  'Dated after the data': 'Datées après les données',
  'Outside its definition': 'Hors de la définition',
  'Times that cannot be': 'Horodatages impossibles',
  'Without what it needs': 'Sans le champ nécessaire',
  'Without {0}': 'Sans {0}',
  'counted as opened, in no time or rate': 'comptées comme ouvertes, dans aucun délai ni taux',
  'the parent counts': 'l’incident majeur compte',
  'the original counts': 'la fiche d’origine compte',
  'the one merged into counts': 'la fiche conservée compte',
  'Records opened in {0}, beside {1} incidents that count':
    'Fiches ouvertes en {0}, à côté de {1} {1?incident compté|incidents comptés}',
  'Records opened over all data, beside {0} incidents that count':
    'Fiches ouvertes sur toutes les données, à côté de {0} {0?incident compté|incidents comptés}',
  'Nothing is left out': 'Rien n’est exclu',
  '{0} left out of the figures': '{0} hors des chiffres',
  'Left out': 'Exclues',
  Records: 'Fiches',
  Why: 'Raison',
  'not an incident': 'pas un incident',
  'Of all services, priorities and groups: such records often have none.':
    'Tous services, priorités et groupes confondus : ces fiches n’en ont souvent pas.',
  // Definitions and notes
  'What the figures mean': 'Ce que mesurent les indicateurs',
  'Each is defined once; the catalogue has the queries':
    'Chacun est défini une seule fois ; le catalogue contient les requêtes',
  Definition: 'Définition',
  'Data notes': 'Notes sur les données',
  'As of {0}.': 'Arrêté au {0}.',
  'Nothing dated later is counted; the last complete period is shown unless another is chosen.':
    'Rien de postérieur n’est compté ; sauf autre choix, la dernière période complète est présentée.',
  '{0}, {1} read, {2} rejected.': '{0}, {1} {1?lue|lues}, {2} {2?rejetée|rejetées}.',
  'All imports': 'Tous les imports',
  'Build {0}, {1}.': 'Version des données {0}, {1}.',
  'Code {0}, inputs {1}.': 'Code {0}, entrées {1}.',
  'Times are in UTC (not set).': 'Les heures sont en UTC (fuseau non défini).',
  'Days and weeks are cut there until “zone:” is set in meantime.yaml.':
    'Jours et semaines y sont découpés tant que « zone: » n’est pas défini dans meantime.yaml.',
};
