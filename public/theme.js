// Runs before first paint: the stored choice (light or dark), else the system's.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let stored = null;
    try {
      stored = localStorage.getItem('theme');
    } catch {
      // Storage can be forbidden; the system's theme then holds.
    }
    const theme = stored === 'light' || stored === 'dark' ? stored : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = theme;
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
  document.addEventListener('stored', apply);
})();
