import {element, sizeText} from './chosen-file.ts';

/** Sends the file and shows how much of it is there; then goes where the server says. */
export function sendFile(form: HTMLFormElement, file: File): void {
  const foot = form.querySelector<HTMLElement>('.upload-foot');
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (!foot || !button) return;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', 'How much has been sent');
  const words = element('span', `Sending ${file.name}`, 'sub');
  words.setAttribute('role', 'status');
  const cancel = element('button', 'Cancel', 'plain-button') as HTMLButtonElement;
  cancel.type = 'button';
  const before = [...foot.childNodes];
  foot.replaceChildren(bar, words, cancel);
  const back = (message: string) => {
    foot.replaceChildren(...before);
    form.querySelector('.refused')?.remove();
    if (message !== '') form.querySelector('.chosen')?.append(element('p', message, 'refused'));
  };

  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({loaded, total}) => {
    bar.value = total > 0 ? loaded / total : 0;
    words.textContent =
      loaded < total
        ? `${sizeText(loaded)} of ${sizeText(total)} sent`
        : 'All of it is sent. Looking into it…';
  });
  request.addEventListener('load', () => {
    const {
      location: next,
      error,
      remedy,
    } = (request.response ?? {}) as Partial<Record<'location' | 'error' | 'remedy', string>>;
    if (request.status === 201 && next?.startsWith('/')) {
      bar.removeAttribute('value');
      cancel.remove();
      words.textContent = 'Looking into it…';
      location.assign(next);
    } else back([error, remedy].filter(Boolean).join(' ') || 'The server did not take the file.');
  });
  request.addEventListener('error', () =>
    back('The connection was lost. Nothing was kept; send it again.'),
  );
  request.addEventListener('abort', () => back(''));
  cancel.addEventListener('click', () => request.abort());
  request.send(new FormData(form));
}
