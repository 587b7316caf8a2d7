interface JobState {
  state: 'running' | 'done' | 'failed';
  text: string;
  share: number | null;
}

const everyMs = 700;

/** Keeps an import's progress up to date; when it has ended the page tells what became of it. */
export function followJob(place: HTMLElement): void {
  const bar = place.querySelector('progress');
  const words = place.querySelector('[role="status"]');
  const address = place.dataset.job;
  if (!bar || !words || !address) return;

  async function look(): Promise<void> {
    const response = await fetch(address!, {headers: {Accept: 'application/json'}});
    if (!response.ok) return location.reload();
    const {state, text, share} = (await response.json()) as JobState;
    if (state !== 'running') return location.reload();
    if (share === null) bar!.removeAttribute('value');
    else bar!.value = share;
    if (words!.textContent !== text) words!.textContent = text;
    wait();
  }
  // A server that is out of reach for a moment is asked again.
  const wait = () => setTimeout(() => void look().catch(wait), everyMs);
  wait();
}
