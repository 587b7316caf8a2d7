import type {MetricWords} from '../language.ts';

/** The metrics that ship with Meantime, by their ids. `subject` stands inside a sentence, with its article. */
export const metrics: Readonly<Record<string, MetricWords>> = {
  automation_rate: {
    label: 'Résolution sans intervention humaine',
    subject: 'la part résolue sans intervention humaine',
    definition:
      'Part des incidents résolus sur la période sans qu’aucune personne y ait travaillé, selon l’indicateur de l’outil. Les sources dépourvues de cet indicateur sont exclues.',
  },
  backlog: {
    label: 'Stock d’incidents ouverts',
    subject: 'le stock d’incidents ouverts',
    definition: 'Incidents ouverts à la fin de la période.',
  },
  backlog_aged: {
    label: 'Part du stock ancien',
    subject: 'la part ancienne du stock',
    definition:
      'Part du stock d’incidents à la fin de la période dont l’ouverture remonte à plus de 10 jours (paramètre).',
  },
  backlog_breached: {
    label: 'Ouverts hors délai',
    subject: 'le nombre d’incidents ouverts hors délai',
    definition:
      'Incidents ouverts à la fin de la période et dont le délai cible de résolution est déjà dépassé.',
  },
  backlog_growth: {
    label: 'Variation du stock',
    subject: 'la variation du stock',
    definition:
      'Ouverts plus rouverts, moins résolus et annulés : ce que la période a ajouté au stock. Une résolution suivie d’une réouverture compte ici comme résolue, avec sa réouverture.',
  },
  chronology_fault_rate: {
    label: 'Horodatages impossibles',
    subject: 'la part aux horodatages impossibles',
    definition:
      'Part des incidents ouverts sur la période dont la fin précède le début, par exemple une résolution antérieure à l’ouverture. Ces durées n’entrent dans aucune moyenne.',
  },
  ci_coverage: {
    label: 'CI renseigné',
    subject: 'la part avec un CI renseigné',
    definition:
      'Part des incidents ouverts sur la période auxquels un élément de configuration (CI) est rattaché.',
  },
  cost_per_incident: {
    label: 'Coût par incident',
    subject: 'le coût par incident',
    definition:
      'Coût moyen de traitement des incidents résolus sur la période, chacun au tarif du niveau de support le plus élevé qui l’a eu en charge. Sans tarifs dans les paramètres, il n’y a pas de valeur.',
  },
  csat: {
    label: 'Satisfaction, moyenne',
    subject: 'la satisfaction moyenne',
    definition:
      'Moyenne des réponses des utilisateurs sur une échelle de 1 (pire) à 5 (meilleur), pour les incidents résolus sur la période. Ceux qui ne répondent pas n’entrent dans aucune moyenne : à lire avec le taux de réponse.',
  },
  csat_response_rate: {
    label: 'Satisfaction, taux de réponse',
    subject: 'le taux de réponse à l’enquête de satisfaction',
    definition:
      'Part des incidents résolus sur la période dont l’utilisateur a donné son niveau de satisfaction. Les sources sans aucune réponse sont exclues.',
  },
  days_between_majors: {
    label: 'Jours entre incidents majeurs',
    subject: 'le temps entre incidents majeurs',
    definition:
      'Nombre moyen de jours entre l’ouverture de l’incident majeur précédent et celle de chaque incident majeur ouvert sur la période. Le précédent peut relever de toute source, tout service et toute période ; le tout premier n’a pas d’écart.',
  },
  detected_by_monitoring: {
    label: 'Détection par la supervision',
    subject: 'la part détectée par la supervision',
    definition:
      'Part des incidents ouverts sur la période qu’une source d’événements a signalés avant tout utilisateur, d’après leur canal. Les incidents sans canal sont exclus.',
  },
  escalation_functional: {
    label: 'Escalade fonctionnelle',
    subject: 'le taux d’escalade fonctionnelle',
    definition:
      'Part des incidents résolus sur la période transmis à un groupe d’un niveau de support supérieur. Un incident redescendu ensuite compte aussi.',
  },
  escalation_hierarchical: {
    label: 'Relèvement de priorité',
    subject: 'la part à la priorité relevée',
    definition:
      'Part des incidents résolus sur la période dont la priorité a été relevée, ou qui ont été déclarés majeurs, après leur ouverture. Une priorité abaissée ensuite compte aussi.',
  },
  fcr: {
    label: 'Résolution au premier contact',
    subject: 'le taux de résolution au premier contact',
    definition:
      'Part des incidents résolus sur la période par le premier groupe affecté, sans réaffectation, en moins d’une heure ouvrée après l’ouverture (paramètre) et non rouverts dans les 7 jours.',
  },
  flr: {
    label: 'Résolution au premier niveau',
    subject: 'le taux de résolution au premier niveau',
    definition:
      'Part des incidents résolus sur la période par un groupe de niveau 1, jamais passés par un niveau supérieur et non rouverts dans les 7 jours. De nombreux guides appellent cela résolution au premier contact.',
  },
  hours_lost: {
    label: 'Heures perdues',
    subject: 'le temps perdu',
    definition:
      'Heures écoulées de la détection, à défaut de l’ouverture, à la résolution définitive, additionnées pour les incidents résolus sur la période. Un incident dont le nombre d’utilisateurs touchés est connu compte une fois pour chacun.',
  },
  knowledge_rate: {
    label: 'Résolution avec la base de connaissances',
    subject: 'la part résolue avec la base de connaissances',
    definition:
      'Part des incidents résolus sur la période liés à un article de connaissance, ou à un problème marqué comme erreur connue. Les sources qui ne lient ni l’un ni l’autre sont exclues.',
  },
  major_count: {
    label: 'Incidents majeurs',
    subject: 'le nombre d’incidents majeurs',
    definition: 'Incidents ouverts sur la période et déclarés majeurs.',
  },
  major_mttr: {
    label: 'Délai moyen de résolution des incidents majeurs',
    subject: 'le délai moyen de résolution des incidents majeurs',
    definition:
      'Nombre moyen d’heures écoulées de la détection, à défaut de l’ouverture, à la résolution définitive des incidents déclarés majeurs et résolus sur la période.',
  },
  mtta: {
    label: 'Délai moyen de prise en charge',
    subject: 'le délai moyen de prise en charge',
    definition:
      'Nombre moyen d’heures écoulées de l’ouverture à la première réponse : la première intervention humaine, ou la première sortie du statut « nouveau ».',
  },
  mttd: {
    label: 'Délai moyen de détection',
    subject: 'le délai moyen de détection',
    definition:
      'Nombre moyen d’heures écoulées de la défaillance à sa détection, pour les incidents ouverts sur la période dont les deux dates sont enregistrées.',
  },
  mttr: {
    label: 'Délai moyen de résolution',
    subject: 'le délai moyen de résolution',
    definition:
      'Nombre moyen d’heures écoulées de la détection, à défaut de l’ouverture, à la résolution définitive, pour les incidents résolus sur la période. Quelques incidents très longs le dominent : à lire avec la médiane.',
  },
  mttr_active: {
    label: 'Délai moyen de résolution, hors suspension',
    subject: 'le délai moyen de résolution hors suspension',
    definition:
      'Nombre moyen d’heures écoulées de la détection, à défaut de l’ouverture, à la résolution définitive, sans le temps passé dans les statuts qui suspendent le décompte, comme l’attente de l’utilisateur. Les incidents sans historique de statuts sont exclus.',
  },
  mttr_business: {
    label: 'Délai moyen de résolution, heures ouvrées',
    subject: 'le délai moyen de résolution en heures ouvrées',
    definition:
      'Nombre moyen d’heures ouvrées de la détection, à défaut de l’ouverture, à la résolution définitive, pour les incidents résolus sur la période. Les heures sont celles du calendrier de l’engagement SLA de l’incident ; nuits et week-ends ne comptent que si ce calendrier les comprend.',
  },
  on_hold_share: {
    label: 'Temps en attente',
    subject: 'la part du temps passé en attente',
    definition:
      'Part des heures, de la détection, à défaut de l’ouverture, à la résolution définitive, que les incidents résolus sur la période ont passée dans des statuts qui suspendent le décompte. Toutes les heures de tous les incidents sont d’abord additionnées : les incidents longs pèsent donc davantage. Les incidents sans historique de statuts sont exclus.',
  },
  opened: {
    label: 'Incidents ouverts',
    subject: 'le nombre d’incidents ouverts',
    definition:
      'Incidents ouverts sur la période. Ceux annulés par la suite en font partie ; les demandes, problèmes, changements, fiches fusionnées, en double ou supprimées et les incidents rattachés à un incident majeur n’en font pas partie.',
  },
  ping_pong_rate: {
    label: 'Allers-retours entre groupes',
    subject: 'la part renvoyée d’un groupe à l’autre',
    definition:
      'Part des incidents résolus sur la période passés d’un groupe à un autre puis revenus au premier.',
  },
  premature_closure_rate: {
    label: 'Clôture prématurée',
    subject: 'le taux de clôture prématurée',
    definition:
      'Part des incidents résolus sur la période et rouverts dans les 48 heures (paramètre) suivant une résolution, ou déclarés de nouveau dans les 48 heures suivant la dernière.',
  },
  priority_mismatch_rate: {
    label: 'Priorité hors matrice',
    subject: 'la part à la priorité hors matrice',
    definition:
      'Part des incidents ouverts sur la période dont la priorité diffère de celle que donne la matrice pour leur impact et leur urgence. Les incidents auxquels manque l’un des trois sont exclus.',
  },
  problem_link_rate: {
    label: 'Liés à un problème',
    subject: 'la part liée à un problème',
    definition: 'Part des incidents résolus sur la période liés à une fiche de problème.',
  },
  reassignment_rate: {
    label: 'Taux de réaffectation',
    subject: 'le taux de réaffectation',
    definition:
      'Part des incidents résolus sur la période qui ont changé de groupe d’affectation après le premier, selon le compteur de l’outil s’il en a un, sinon selon l’historique.',
  },
  reassignments_mean: {
    label: 'Réaffectations, moyenne',
    subject: 'le nombre moyen de réaffectations',
    definition:
      'Nombre moyen de changements de groupe d’affectation après le premier, pour les incidents résolus sur la période.',
  },
  recategorised_rate: {
    label: 'Changement de catégorie',
    subject: 'la part à la catégorie modifiée',
    definition:
      'Part des incidents ouverts sur la période dont la catégorie a ensuite été remplacée par une autre. Renseigner une catégorie vide n’est pas un changement ; les sources dont l’historique ne dit rien de ces changements sont exclues.',
  },
  recurrence_rate: {
    label: 'Récurrence à 30 jours',
    subject: 'le taux de récurrence à 30 jours',
    definition:
      'Part des incidents clos revenus dans les 30 jours : rouverts, ou déclarés de nouveau (liés, ou même demandeur et même service ou CI et catégorie, ou même demandeur et titre presque identique). Datée de la fin de ces 30 jours, pour qu’une valeur soit définitive dès qu’elle paraît.',
  },
  reopen_rate: {
    label: 'Taux de réouverture',
    subject: 'le taux de réouverture',
    definition:
      'Part des incidents résolus sur la période et rouverts après une résolution, selon l’historique ou le compteur de l’outil.',
  },
  reopened: {
    label: 'Réouvertures',
    subject: 'le nombre de réouvertures',
    definition:
      'Nombre de passages d’un incident de résolu à ouvert. Un même incident peut compter plusieurs fois.',
  },
  repeat_rate: {
    label: 'Incidents répétés',
    subject: 'la part d’incidents répétés',
    definition:
      'Part des incidents ouverts sur la période précédés, dans les 30 jours, d’un incident de mêmes service, catégorie, sous-catégorie et CI. Les incidents sans catégorie ou sans CI n’ont pas de signature et sont exclus.',
  },
  reprioritised_rate: {
    label: 'Changement de priorité',
    subject: 'la part à la priorité modifiée',
    definition:
      'Part des incidents ouverts sur la période dont la priorité a ensuite été remplacée par une autre, plus haute ou plus basse. Renseigner une priorité vide n’est pas un changement ; les sources dont l’historique ne dit rien de ces changements sont exclues.',
  },
  resolved: {
    label: 'Incidents résolus',
    subject: 'le nombre d’incidents résolus',
    definition: 'Incidents dont la résolution définitive tombe dans la période.',
  },
  sla_disagreement: {
    label: 'Verdicts SLA divergents',
    subject: 'la part de verdicts SLA divergents',
    definition:
      'Part des incidents résolus sur la période pour lesquels notre décompte et les données de l’outil divergent sur le respect du délai de résolution. Seuls comptent les incidents qui ont les deux verdicts ; chaque divergence a sa raison.',
  },
  sla_recorded: {
    label: 'Respect du SLA, verdict de l’outil',
    subject: 'le respect du SLA selon l’outil',
    definition:
      'Part des incidents résolus sur la période qui ont respecté leur délai de résolution selon les données de l’outil. Un indicateur toujours vrai pour une source n’est pas un verdict et est exclu.',
  },
  sla_resolution: {
    label: 'Respect du SLA, résolution',
    subject: 'le respect du SLA de résolution',
    definition:
      'Part des incidents résolus sur la période dans leur délai cible, selon notre décompte : depuis l’ouverture, dans les heures du calendrier, hors temps passé dans les statuts qui le suspendent. Les incidents sans délai cible sont exclus.',
  },
  sla_response: {
    label: 'Respect du SLA, prise en charge',
    subject: 'le respect du SLA de prise en charge',
    definition:
      'Part des incidents résolus sur la période dont la première réponse est intervenue dans le délai cible, selon notre décompte. Si aucune réponse n’est enregistrée, la résolution en tient lieu.',
  },
  ttr_first: {
    label: 'Délai jusqu’à la première résolution',
    subject: 'le délai moyen jusqu’à la première résolution',
    definition:
      'Nombre moyen d’heures écoulées de la détection, à défaut de l’ouverture, à la première résolution, qu’elle ait tenu ou non.',
  },
  ttr_median: {
    label: 'Délai médian de résolution',
    subject: 'le délai médian de résolution',
    definition:
      'La moitié des incidents résolus sur la période n’ont pas pris plus de temps, de la détection, à défaut de l’ouverture, à la résolution définitive.',
  },
  ttr_median_opened: {
    label: 'Délai médian de résolution, ouverts compris',
    subject: 'le délai médian de résolution, incidents ouverts compris',
    definition:
      'La moitié des incidents ouverts sur la période ne prennent pas plus de temps, de la détection, à défaut de l’ouverture, à la résolution définitive. Les incidents ouverts ou annulés comptent comme plus longs que ce qui a été observé jusqu’ici (Kaplan-Meier), pour qu’une période récente ne paraisse pas rapide du seul fait que ses incidents lents sont encore ouverts.',
  },
  ttr_p90: {
    label: 'Délai de résolution, 90e centile',
    subject: 'le 90e centile du délai de résolution',
    definition:
      'Neuf incidents sur dix résolus sur la période n’ont pas pris plus de temps, de la détection, à défaut de l’ouverture, à la résolution définitive.',
  },
  vague_category_rate: {
    label: 'Catégorie imprécise',
    subject: 'la part à la catégorie imprécise',
    definition:
      'Part des incidents ouverts sur la période dont la catégorie est vide, dit « autre » d’une façon ou d’une autre, ou regroupe plus que sa part (40 %, paramètre) des incidents de sa source.',
  },
};
