// Says in the page what fails where the program itself cannot say it: a script that does not load, an error nobody caught.
addEventListener('error', (event) => {
  const script = event.target instanceof HTMLScriptElement;
  if (!script && !event.error) return; // not a failure: a browser's remark
  const what = script ? event.target.getAttribute('src') + ' could not be loaded' : event.message;
  const say = () => {
    document.getElementById('banner-text').textContent = 'This page does not work as it should: ' + what
      + '. Check the connection and reload; if you host this page yourself, see that every file of the site was copied.';
    document.getElementById('banner').hidden = false;
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', say);
  else say();
}, true);
