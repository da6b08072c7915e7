// The element's own style: constructed, so that a page's policy for content need not allow inline styles.

import { STYLE } from '../../drawing/svg.ts'

export const SHEET = new CSSStyleSheet()
SHEET.replaceSync(`
  :host {
    display: block; position: relative; min-height: 10rem;
    font-family: var(--cancu-font, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif);
    color: var(--cancu-text, #1c2733); background: var(--cancu-ground, #fff);
  }
  .frame { display: flex; flex-direction: column; height: 100%; }
  /* As high as the drawing, where the page does not say how high the element is. */
  .stage { position: relative; flex: 1 1 min(var(--cancu-drawn, 22rem), 56rem); min-height: 8rem; overflow: hidden; }
  .canvas { position: absolute; inset: 0; }
  .stage, .canvas canvas { touch-action: pan-x pan-y !important; }
  .canvas:focus-visible { outline: 3px solid var(--cancu-accent, #9c1c1c); outline-offset: -3px; }
  .told { margin: 0; padding: 2rem 1rem; text-align: center; line-height: 1.6; }
  .levels { position: absolute; inset: 0; pointer-events: none; }
  .levels span {
    position: absolute; left: 0; top: 0; padding: 0 0.3rem; border-radius: 3px; white-space: nowrap;
    font-size: 0.75rem; line-height: 18px; font-weight: 600;
    color: var(--cancu-muted, #4b5a68); background: var(--cancu-band, #f3f5f7);
  }
  .levels span[hidden] { display: none; }
  .buttons { position: absolute; top: 0.4rem; right: 0.4rem; display: flex; gap: 0.3rem; }
  .buttons button {
    min-width: 2rem; height: 2rem; padding: 0 0.5rem; border: 1px solid var(--cancu-line, #5b6b7b); border-radius: 4px;
    font: inherit; font-size: 0.85rem; line-height: 1; cursor: pointer;
    color: var(--cancu-text, #1c2733); background: var(--cancu-box, #fff);
  }
  .buttons button:focus-visible { outline: 3px solid var(--cancu-accent, #9c1c1c); outline-offset: 1px; }
  .hint, .legend {
    margin: 0; padding: 0.3rem 0.75rem; line-height: 1.5; font-size: 0.75rem; color: var(--cancu-muted, #4b5a68);
  }
  .hint b { color: var(--cancu-changed, #7a4f00); font-weight: 600; }
  .legend { display: flex; flex-wrap: wrap; gap: 0.15rem 1.1rem; padding-bottom: 0; list-style: none; }
  .legend .ended { color: var(--cancu-ended, #9c1c1c); } .legend .changed { color: var(--cancu-changed, #7a4f00); }
  .legend .kept { color: var(--cancu-kept, #1d6b3a); }
  .legend .mark { display: inline-block; margin-right: 0.35rem; font-weight: 600; }
  .legend .box { width: 1.1em; height: 0.8em; border: 1px dashed var(--cancu-line, #5b6b7b); border-radius: 2px; }
  .legend .line { width: 1.6em; vertical-align: middle; border-top: 1px dashed var(--cancu-line, #5b6b7b); }
  .words { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
  .printed { display: none; }
  @media print {
    .stage, .hint, .frame > .legend { display: none; }
    .printed {
      display: block; break-inside: avoid;
      --cancu-text: initial; --cancu-muted: initial; --cancu-ground: initial; --cancu-box: initial; --cancu-band: initial;
      --cancu-line: initial; --cancu-accent: initial; --cancu-ended: initial; --cancu-changed: initial; --cancu-kept: initial;
    }
    .printed svg { display: block; max-width: 100%; max-height: 95vh; margin: 0 auto; print-color-adjust: exact; }
  }
  ${STYLE}
`)
