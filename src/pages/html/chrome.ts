/** What stands around a page: addresses that differ between the server and a pack. */
export interface Chrome {
  navigation: readonly {id: string; label: string; href: string}[];
  stylesheet: string;
  /** Null where nothing runs: print, packs. */
  script: string | null;
  /** Address of the icon; null for none. */
  icon: string | null;
  /** The link at the top right, e.g. the pack of this period. */
  action: {label: string; href: string} | null;
  version: string;
}

export const serverChrome: Chrome = {
  navigation: [
    {id: 'operations', label: 'Operations', href: '/operations'},
    {id: 'weekly', label: 'Weekly', href: '/weekly'},
    {id: 'monthly', label: 'Monthly', href: '/monthly'},
    {id: 'problems', label: 'Problems', href: '/problems'},
    {id: 'improvement', label: 'Improvement', href: '/improvement'},
    {id: 'sla', label: 'SLA', href: '/sla'},
    {id: 'incidents', label: 'Incidents', href: '/incidents'},
    {id: 'quality', label: 'Quality', href: '/quality'},
    {id: 'catalogue', label: 'Catalogue', href: '/catalogue'},
  ],
  stylesheet: '/assets/style.css',
  script: '/assets/client.js',
  icon: null,
  action: null,
  version: '',
};
