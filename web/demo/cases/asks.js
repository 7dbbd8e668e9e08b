// What this device remembers of the demo, deleted: it is all under two names.
document.getElementById('again')?.addEventListener('click', () => {
    for (const name of ['longread', 'longread-view']) localStorage.removeItem(name);
    location.reload();
});
