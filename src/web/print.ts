// On paper nothing can be opened: what is folded is opened for it, and folded back.

let opened: HTMLDetailsElement[] = []

export function unfold(): void {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
  for (const details of opened) details.open = true
}

export function foldBack(): void {
  for (const details of opened) details.open = false
  opened = []
}
