// Where a label names a box that is not on the page, it is given the one that stands under it.
document.addEventListener('DOMContentLoaded', () => {
  for (const label of document.querySelectorAll('label[for]')) {
    if (document.getElementById(label.htmlFor)) continue;
    const box = label.closest('.pf-v5-c-form__group')?.querySelector('input:not([type=hidden])');
    if (box?.id) label.htmlFor = box.id;
  }
});
