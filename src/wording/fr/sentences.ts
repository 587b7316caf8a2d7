import type {Wordings} from '../language.ts';

/** Findings: headlines, verdicts and titles that state what a block shows. */
export const sentences: Wordings = {
  // Headline
  'No incident was opened, resolved or reopened {0}.':
    'Aucun incident ouvert, résolu ou rouvert {0}.',
  'There are no incidents to speak of {0}.': 'Aucun incident à signaler {0}.',
  'There is too little history to say what is usual {0}.':
    'L’historique est trop court pour dire ce qui est habituel {0}.',
  'Nothing left its usual range {0}.': 'Aucun indicateur n’a quitté sa plage habituelle {0}.',
  'This week is still running: its figures are provisional and are not judged yet.':
    'La semaine est encore en cours : ses chiffres sont provisoires et ne sont pas encore jugés.',
  'This month is still running: its figures are provisional and are not judged yet.':
    'Le mois est encore en cours : ses chiffres sont provisoires et ne sont pas encore jugés.',
  '. One other figure left what is usual.': '. Un autre indicateur sort de l’habituel.',
  '. {0} other figures left what is usual.': '. {0} autres indicateurs sortent de l’habituel.',
  '. One other figure varied as usual.': '. L’autre indicateur varie comme d’habitude.',
  '. Everything else varied as usual.': '. Tout le reste varie comme d’habitude.',
  'have stayed above their average for {0} or more':
    'dépassent leur moyenne depuis {0} ou davantage',
  'has stayed above its average for {0} or more': 'dépasse sa moyenne depuis {0} ou davantage',
  'have stayed below their average for {0} or more':
    'restent sous leur moyenne depuis {0} ou davantage',
  'has stayed below its average for {0} or more': 'reste sous sa moyenne depuis {0} ou davantage',
  'have risen for {0}': 'augmentent depuis {0}',
  'has risen for {0}': 'augmente depuis {0}',
  'have fallen for {0}': 'diminuent depuis {0}',
  'has fallen for {0}': 'diminue depuis {0}',
  'came near the upper end of their usual range twice in {0}':
    'ont approché deux fois en {0} le haut de leur plage habituelle',
  'came near the upper end of its usual range twice in {0}':
    'a approché deux fois en {0} le haut de sa plage habituelle',
  'came near the lower end of their usual range twice in {0}':
    'ont approché deux fois en {0} le bas de leur plage habituelle',
  'came near the lower end of its usual range twice in {0}':
    'a approché deux fois en {0} le bas de sa plage habituelle',
  'for the {0} week in a row': 'pour la {0} semaine consécutive',
  'for the {0} month in a row': 'pour le {0} mois consécutif',
  'were above their usual range {0}': 'dépassent leur plage habituelle {0}',
  'was above its usual range {0}': 'dépasse sa plage habituelle {0}',
  'were below their usual range {0}': 'restent sous leur plage habituelle {0}',
  'was below its usual range {0}': 'reste sous sa plage habituelle {0}',
  'rose above their usual range': 'se situent au-dessus de leur plage habituelle',
  'rose above its usual range': 'se situe au-dessus de sa plage habituelle',
  'fell below their usual range': 'se situent sous leur plage habituelle',
  'fell below its usual range': 'se situe sous sa plage habituelle',
  ' New: {0}.': ' Nouveau : {0}.',
  ' Changed: {0}.': ' Changement : {0}.',
  '{0} incidents opened': '{0} {0?incident ouvert|incidents ouverts}',
  ': ': ' : ',
  'the backlog stands at {0}': 'le stock s’élève à {0}',
  'the backlog stayed at {0}': 'le stock reste à {0}',
  'the backlog rose by {0} to {1}': 'le stock augmente de {0} et s’élève à {1}',
  'the backlog fell by {0} to {1}': 'le stock diminue de {0} et s’élève à {1}',
  ', usually {0}': ', habituellement {0}',
  ', and {0}': ', et {0}',
  '{0} is ': '{0} s’établit à ',
  ' ({0} of {1} missed it)': ' ({0} {0?manqué|manqués} sur {1})',
  ' ({0} of {1} did)': ' ({0} sur {1})',
  // Verdicts
  'too few to say': 'trop peu pour juger',
  'better than usual': 'mieux que d’habitude',
  'worse than usual': 'moins bien que d’habitude',
  'usual variation': 'variation habituelle',
  'not judged': 'non jugé',
  'higher than usual': 'au-dessus de l’habituel',
  'lower than usual': 'en dessous de l’habituel',
  'meets it reliably': 'atteint de façon fiable',
  'meets it sometimes': 'atteint par moments',
  'will not meet it': 'ne sera pas atteint',
  'missed; usually met': 'manqué ; d’ordinaire atteint',
  'above its usual range': 'au-dessus de la plage habituelle',
  'below its usual range': 'sous la plage habituelle',
  'two of three periods near the upper end of the usual range':
    'deux périodes sur trois près du haut de la plage habituelle',
  'two of three periods near the lower end of the usual range':
    'deux périodes sur trois près du bas de la plage habituelle',
  'seven periods in a row above the average': 'sept périodes de suite au-dessus de la moyenne',
  'seven periods in a row below the average': 'sept périodes de suite sous la moyenne',
  'rising for seven periods': 'en hausse depuis sept périodes',
  'falling for seven periods': 'en baisse depuis sept périodes',
  // Trends
  'nothing to count': 'rien à compter',
  '{0} stands at {1} so far': '{0} s’établit à {1} à ce jour',
  '{0} was {1}': '{0} s’établit à {1}',
  '{0} varied as usual: {1}': '{0} varie comme d’habitude : {1}',
  '{0} is {1}: {2}': '{0} : {2}, {1}',
  // Comparisons
  'Nothing to compare between {0}': 'Rien à comparer entre {0}',
  'Not computable for any {0}': 'Non calculable, quel que soit le champ « {0} »',
  'what was opened': 'les incidents ouverts',
  'what was resolved': 'les incidents résolus',
  'what was reopened': 'les réouvertures',
  'the backlog': 'le stock',
  'what is open and past target': 'les incidents ouverts hors délai',
  'The only one belongs to {0}': 'Un seul incident, pour {0}',
  'All {0} belong to {1}': 'Tout relève de {1} ({0})',
  '{0} of {1}': '{0} sur {1}',
  'No {0} is filled for {1} of {2}': 'Champ « {0} » vide pour {1} de {2}',
  '{0} has the most of {1}: {2}': '{0} en tête de {1} : {2}',
  '{0} makes up {1} of {2}': '{0} représente {1} de {2}',
  'Too few to compare {0}': 'Trop peu d’incidents pour comparer les {0}',
  '{0} is {1} in every {2} of five or more': '{0} : {1} pour chaque {2} (cinq incidents et plus)',
  '{0} is {1} in every {2}': '{0} : {1} pour chaque {2}',
  'no {0}': 'sans {0}',
  '{0} ran from {1} to {2}': '{0} va de {1} à {2}',
  'Half of {0} took less than {1}, half of {2} less than {3}':
    '{0} : la moitié en moins de {1} ; {2} : la moitié en moins de {3}',
  'without a {0}': 'sans {0}',
  'for {0}': 'pour {0}',
  '{0} is lower {1}: {2} against {3} overall':
    '{0} reste sous la valeur globale {1} : {2} contre {3}',
  '{0} is higher {1}: {2} against {3} overall':
    '{0} dépasse la valeur globale {1} : {2} contre {3}',
  'Too few to compare: {0}': 'Trop peu d’incidents pour comparer : {0}',
  'every part missed its target': 'aucun objectif n’est atteint',
  'only {0} missed its target': 'seul {0} n’a pas atteint son objectif',
  '{0} missed its target': '{0} n’a pas atteint son objectif',
  '{0} missed their targets': '{0} n’ont pas atteint leur objectif',
  'all met their target': 'tous les objectifs sont atteints',
  '{0} met its target': '{0} a atteint son objectif',
  '{0} are off target, within what chance allows':
    '{0} manquent l’objectif, dans la marge du hasard',
  '{0} is off target, within what chance allows': '{0} manque l’objectif, dans la marge du hasard',
  // Distribution, heat map, flow, ageing
  'Too few were resolved to speak of a spread':
    'Trop peu de résolutions pour parler de répartition',
  'a minute': 'une minute',
  'Half took less than {0}': 'La moitié en moins de {0}',
  '{0}, one in ten more than {1}': '{0}, un sur dix en plus de {1}',
  'Nothing was opened': 'Rien n’a été ouvert',
  '{0} arrives between {1} and {2}; {3} is the busiest day':
    '{0} arrivent entre {1} et {2} ; le {3} est le jour le plus chargé',
  'What came in and what went out': 'Ce qui est entré et ce qui est sorti',
  'As much went out as came in {0}': 'Autant de sorties que d’entrées {0}',
  'The backlog adds up': 'Le compte du stock est juste',
  'The backlog adds up in every {0}': 'Le compte du stock est juste sur chaque période',
  '{0} incidents do not add up': 'Écart de {0} {0?incident|incidents} dans le compte du stock',
  'Nothing is open': 'Rien n’est ouvert',
  'The one open incident has not aged': 'Le seul incident ouvert n’est pas ancien',
  'None of the {0} open incidents has aged': 'Aucun des {0} incidents ouverts n’est ancien',
  '{0} of {1} open incidents have aged: {2}':
    '{0} incidents ouverts sur {1} {0?est ancien|sont anciens} : {2}',
  '{0} has been open for {1}': '{0} est ouvert depuis {1}',
  'The backlog grew by {0} {1}, to {2}': 'Le stock a augmenté de {0} {1}, à {2}',
  'The backlog shrank by {0} {1}, to {2}': 'Le stock a diminué de {0} {1}, à {2}',
  'As much went out as came in over {0}': 'Il est sorti autant qu’il est entré en {0}',
  'over {0}': 'en {0}',
  '1 incident opened': '1 incident ouvert',
  '{0}, from {1}, lies after the data: they end on {2}.':
    '{0}, à partir du {1}, est postérieure aux données : elles finissent le {2}.',
  '{0}, from {1}, lies before the data: they begin on {2}.':
    '{0}, à partir du {1}, est antérieure aux données : elles commencent le {2}.',
  'Which majors have no problem record?': 'Quels incidents majeurs n’ont pas de problème ?',
};
