/**
 * Listens to the forms of one kind.
 *
 * @param {ShadowRoot} root
 * @param {string} kind value of `data-form`
 * @param {(form: HTMLFormElement, event: Event) => void} submit
 */
export function onSubmit(root, kind, submit) {
    /** @param {Event} event */
    const listen = (event) => {
        const form = /** @type {HTMLFormElement} */ (event.target);
        if (form.dataset.form === kind) submit(form, event);
    };
    root.addEventListener('submit', listen);
    return () => root.removeEventListener('submit', listen);
}
