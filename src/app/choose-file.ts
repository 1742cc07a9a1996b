/** The input behind an open file dialog: without a hold on it, it can be collected before anything is chosen. */
let asking: HTMLInputElement | undefined;

/** Opens the browser's file dialog; resolves with nothing chosen when it is closed. */
export function chooseFiles(accept = '', multiple = false): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    asking = input;
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    const answer = () => {
      if (asking === input) asking = undefined;
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', answer);
    input.addEventListener('cancel', answer);
    input.click();
  });
}

/** Offers bytes as a file to save. The name must hold no word of a case: it stays in the browser's list of downloads. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
