// What stands below a field: what is wrong with what was typed, and a hint.

import { html, nothing, type TemplateResult } from 'lit'

/** @param id of the field, which names `ID-fault` and `ID-hint` as its descriptions */
export function fieldNotes(id: string, hint: string, fault: string): TemplateResult {
  return html`<span class="fault" id="${id}-fault" role="alert">${fault}</span>
    ${hint ? html`<span class="small" id="${id}-hint">${hint}</span>` : nothing}`
}
