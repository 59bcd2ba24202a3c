// The remembered theme, before the first paint.
try {
  const theme = localStorage.getItem('microgpt.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch { /* storage is off: the system's theme it is */ }
