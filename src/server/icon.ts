/** The mark in a browser's tab: a point left its usual range. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#0b6b68"/>
<path d="M4 12h24v9H4z" fill="#fff" opacity=".22"/>
<path d="M5 18l5-4 5 5 5-4 6-7" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round"/>
<circle cx="26" cy="8" r="2.8" fill="#fff"/>
</svg>
`;
