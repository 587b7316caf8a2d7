import {followJob} from './follow-job.ts';
import {showChosen} from './chosen-file.ts';
import {sendFile} from './send-file.ts';

/** What the Import page gains from a script: a preview before sending, and progress. It works without. */
const form = document.querySelector<HTMLFormElement>('form.upload');
if (form) enliven(form);
const job = document.querySelector<HTMLElement>('[data-job]');
if (job) followJob(job);

function enliven(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const drop = form.querySelector<HTMLElement>('.drop');
  if (!input || !drop) return;
  form.classList.add('has-script');
  const choose = () => {
    const file = input.files?.[0];
    if (file) void showChosen(form, file);
  };
  input.addEventListener('change', choose);
  // A file chosen before the script came, or kept by the back button.
  choose();
  for (const type of ['dragenter', 'dragover'])
    drop.addEventListener(type, (event) => {
      event.preventDefault();
      drop.classList.add('is-over');
    });
  for (const type of ['dragleave', 'drop'])
    drop.addEventListener(type, () => drop.classList.remove('is-over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    const [file] = files;
    const one = new DataTransfer();
    if (file) one.items.add(file);
    input.files = one.files;
    choose();
  });
  form.addEventListener('submit', (event) => {
    const file = input.files?.[0];
    if (!file) return;
    event.preventDefault();
    sendFile(form, file);
  });
}
