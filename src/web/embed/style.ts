// The element's own style: constructed, so that a page's policy for content need not allow inline styles.

export const SHEET = new CSSStyleSheet()
SHEET.replaceSync(`
  :host {
    display: block; position: relative; min-height: 22rem;
    font-family: var(--cancu-font, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif);
    color: var(--cancu-text, #1c2733); background: var(--cancu-ground, #fff);
  }
  .canvas { position: absolute; inset: 0 0 1.75rem; }
  .canvas:focus-visible { outline: 3px solid var(--cancu-accent, #9c1c1c); outline-offset: -3px; }
  .told { margin: 0; padding: 2rem 1rem; text-align: center; line-height: 1.6; }
  .hint {
    position: absolute; inset: auto 0 0; height: 1.75rem; margin: 0; padding: 0 0.75rem; overflow: hidden;
    line-height: 1.75rem; font-size: 0.75rem; white-space: nowrap; text-overflow: ellipsis;
    color: var(--cancu-muted, #4b5a68);
  }
  .words { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
`)
